package magnus.options.pricing;

/**
 * The scaled complementary error function exp(x²)·erfc(x), by W. J. Cody's rational Chebyshev
 * approximations ("Rational Chebyshev Approximations for the Error Function", Mathematics of
 * Computation 23, 1969): relative error below 1e-15. With it the upper tail of the normal
 * distribution keeps all its digits where the plain function has long underflowed.
 */
public final class ScaledTail {

  private static final double ONE_OVER_ROOT_PI = 0.56418958354775628695;
  private static final double ROOT_TWO = Math.sqrt(2);

  private static final double[] A = {
    3.16112374387056560e00,
    1.13864154151050156e02,
    3.77485237685302021e02,
    3.20937758913846947e03,
    1.85777706184603153e-1
  };
  private static final double[] B = {
    2.36012909523441209e01, 2.44024637934444173e02, 1.28261652607737228e03, 2.84423683343917062e03
  };
  private static final double[] C = {
    5.64188496988670089e-1, 8.88314979438837594e0, 6.61191906371416295e01,
    2.98635138197400131e02, 8.81952221241769090e02, 1.71204761263407058e03,
    2.05107837782607147e03, 1.23033935479799725e03, 2.15311535474403846e-8
  };
  private static final double[] D = {
    1.57449261107098347e01, 1.17693950891312499e02, 5.37181101862009858e02,
    1.62138957456669019e03, 3.29079923573345963e03, 4.36261909014324716e03,
    3.43936767414372164e03, 1.23033935480374942e03
  };
  private static final double[] P = {
    3.05326634961232344e-1, 3.60344899949804439e-1, 1.25781726111229246e-1,
    1.60837851487422766e-2, 6.58749161529837803e-4, 1.63153871373020978e-2
  };
  private static final double[] Q = {
    2.56852019228982242e00,
    1.87295284992346725e00,
    5.27905102951428412e-1,
    6.05183413124413191e-2,
    2.33520497626869185e-3
  };

  private ScaledTail() {}

  /** exp(x²)·erfc(x); infinite below about −26.6. */
  public static double erfcx(double x) {
    double y = Math.abs(x);
    if (y <= 0.46875) {
      return Math.exp(x * x) * (1 - erfNearZero(x));
    }
    double scaled = y <= 4 ? middle(y) : far(y);
    return x >= 0 ? scaled : 2 * Math.exp(x * x) - scaled;
  }

  /** Mills' ratio: (1 − Φ(x)) / φ(x). */
  public static double mills(double x) {
    return erfcx(x / ROOT_TWO) * (Math.sqrt(Math.PI) / ROOT_TWO);
  }

  private static double erfNearZero(double x) {
    double z = x * x;
    double above = A[4] * z;
    double below = z;
    for (int i = 0; i < 3; i++) {
      above = (above + A[i]) * z;
      below = (below + B[i]) * z;
    }
    return x * (above + A[3]) / (below + B[3]);
  }

  private static double middle(double y) {
    double above = C[8] * y;
    double below = y;
    for (int i = 0; i < 7; i++) {
      above = (above + C[i]) * y;
      below = (below + D[i]) * y;
    }
    return (above + C[7]) / (below + D[7]);
  }

  private static double far(double y) {
    if (y > 1e8) {
      return ONE_OVER_ROOT_PI / y;
    }
    double z = 1 / (y * y);
    double above = P[5] * z;
    double below = z;
    for (int i = 0; i < 4; i++) {
      above = (above + P[i]) * z;
      below = (below + Q[i]) * z;
    }
    return (ONE_OVER_ROOT_PI - z * (above + P[4]) / (below + Q[4])) / y;
  }
}
