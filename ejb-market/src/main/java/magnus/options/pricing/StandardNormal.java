package magnus.options.pricing;

/**
 * The standard normal distribution. The cumulative function is Hart's rational approximation in the
 * form of G. West, "Better approximations to cumulative normal functions", Wilmott Magazine, 2005:
 * absolute error below 1e-15, a few nanoseconds a call.
 */
public final class StandardNormal {

  private static final double ROOT_TWO_PI = 2.5066282746310002;

  private StandardNormal() {}

  /** Density at x. */
  public static double density(double x) {
    return Math.exp(-0.5 * x * x) / ROOT_TWO_PI;
  }

  /** Probability of a value at or below x. */
  public static double cumulative(double x) {
    double tail = tail(Math.abs(x));
    return x > 0 ? 1 - tail : tail;
  }

  /**
   * The value below which another lies with that probability: P. J. Acklam's rational approximation
   * and one step of Halley's method, to about 1e-15. Infinite at 0 and 1.
   */
  public static double quantile(double probability) {
    if (!(probability > 0) || !(probability < 1)) {
      return probability <= 0 ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
    double p = Math.min(probability, 1 - probability);
    double x = p < 0.02425 ? outer(Math.sqrt(-2 * Math.log(p))) : inner(p - 0.5);
    double e = (cumulative(x) - p) / density(x);
    x -= e / (1 + x * e / 2);
    return probability <= 0.5 ? x : -x;
  }

  private static double outer(double q) {
    double above = -7.784894002430293e-03 * q - 3.223964580411365e-01;
    above = (above * q - 2.400758277161838e+00) * q - 2.549732539343734e+00;
    above = (above * q + 4.374664141464968e+00) * q + 2.938163982698783e+00;
    double below = 7.784695709041462e-03 * q + 3.224671290700398e-01;
    below = (below * q + 2.445134137142996e+00) * q + 3.754408661907416e+00;
    return above / (below * q + 1);
  }

  private static double inner(double q) {
    double r = q * q;
    double above = -3.969683028665376e+01 * r + 2.209460984245205e+02;
    above = (above * r - 2.759285104469687e+02) * r + 1.383577518672690e+02;
    above = (above * r - 3.066479806614716e+01) * r + 2.506628277459239e+00;
    double below = -5.447609879822406e+01 * r + 1.615858368580409e+02;
    below = (below * r - 1.556989798598866e+02) * r + 6.680131188771972e+01;
    below = below * r - 1.328068155288572e+01;
    return above * q / (below * r + 1);
  }

  /** Probability of a value above x ≥ 0. */
  private static double tail(double x) {
    if (x > 37) {
      return 0;
    }
    double e = Math.exp(-0.5 * x * x);
    if (x < 7.07106781186547) {
      double above = 3.52624965998911e-2 * x + 0.700383064443688;
      above = above * x + 6.37396220353165;
      above = above * x + 33.912866078383;
      above = above * x + 112.079291497871;
      above = above * x + 221.213596169931;
      above = above * x + 220.206867912376;
      double below = 8.83883476483184e-2 * x + 1.75566716318264;
      below = below * x + 16.064177579207;
      below = below * x + 86.7807322029461;
      below = below * x + 296.564248779674;
      below = below * x + 637.333633378831;
      below = below * x + 793.826512519948;
      below = below * x + 440.413735824752;
      return e * above / below;
    }
    double fraction = x + 0.65;
    for (int k = 4; k >= 1; k--) {
      fraction = x + k / fraction;
    }
    return e / fraction / ROOT_TWO_PI;
  }
}
