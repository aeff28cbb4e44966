package magnus.prefetch.plan;

/** The standard normal distribution. */
final class NormalTail {

  private NormalTail() {}

  /**
   * The chance to lie below {@code z}; Abramowitz and Stegun 26.2.17, absolute error under 7.5e-8.
   */
  static double below(double z) {
    double x = Math.abs(z);
    double t = 1 / (1 + 0.2316419 * x);
    double polynomial =
        t
            * (0.319381530
                + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
    double tail = Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI) * polynomial;
    return z >= 0 ? 1 - tail : tail;
  }
}
