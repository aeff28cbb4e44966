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
