package magnus.risk.var;

/** Student's t distribution with any degrees of freedom above 0. */
public final class StudentT {

  private static final double[] LANCZOS = {
    0.99999999999980993,
    676.5203681218851,
    -1259.1392167224028,
    771.32342877765313,
    -176.61502916214059,
    12.507343278686905,
    -0.13857109526572012,
    9.9843695780195716e-6,
    1.5056327351493116e-7
  };

  private StudentT() {}

  /** Lanczos' approximation (g = 7, nine terms), x &gt; 0; relative error below 1e-14. */
  static double logGamma(double x) {
    if (x < 0.5) {
      return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
    }
    double sum = LANCZOS[0];
    for (int i = 1; i < LANCZOS.length; i++) {
      sum += LANCZOS[i] / (x - 1 + i);
    }
    double t = x + 6.5;
    return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(sum);
  }

  static double density(double x, double degrees) {
    return Math.exp(
        logGamma((degrees + 1) / 2)
            - logGamma(degrees / 2)
            - 0.5 * Math.log(degrees * Math.PI)
            - (degrees + 1) / 2 * Math.log1p(x * x / degrees));
  }

  /** Probability of a value above x ≥ 0: half the incomplete beta function at ν/(ν + x²). */
  static double upperTail(double x, double degrees) {
    return 0.5 * incompleteBeta(degrees / (degrees + x * x), degrees / 2, 0.5);
  }

  /** The value that is exceeded with that probability, 0 to one half; by bisection to 1e-12. */
  public static double upperQuantile(double tail, double degrees) {
    double low = 0;
    double high = 2;
    while (upperTail(high, degrees) > tail) {
      high *= 2;
    }
    while (high - low > 1e-12 * high) {
      double middle = (low + high) / 2;
      if (middle <= low || middle >= high) {
        break;
      }
      if (upperTail(middle, degrees) > tail) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  /** Regularised, by its continued fraction (Lentz's method). */
  private static double incompleteBeta(double x, double a, double b) {
    if (x <= 0 || x >= 1) {
      return x <= 0 ? 0 : 1;
    }
    if (x > (a + 1) / (a + b + 2)) {
      return 1 - incompleteBeta(1 - x, b, a);
    }
    double front =
        Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x))
            / a;
    double tiny = 1e-300;
    double f = 1;
    double c = 1;
    double d = 0;
    for (int i = 0; i < 500; i++) {
      int m = i / 2;
      double term;
      if (i == 0) {
        term = 1;
      } else if (i % 2 == 0) {
        term = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
      } else {
        term = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
      }
      d = 1 + term * d;
      d = 1 / (Math.abs(d) < tiny ? tiny : d);
      c = 1 + term / c;
      c = Math.abs(c) < tiny ? tiny : c;
      f *= c * d;
      if (Math.abs(1 - c * d) < 1e-15) {
        break;
      }
    }
    return front * (f - 1);
  }
}
