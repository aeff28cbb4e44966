package magnus.cache.freshness;

/**
 * How volatility is spread over a session: most after the opening bell, more before the closing one
 * than at noon. The shape is the one known since Wood, McInish and Ord (Journal of Finance, 1985)
 * and Andersen and Bollerslev (Journal of Empirical Finance, 1997), written as a level with two
 * exponentials: at the open about twice, at the close about one and a quarter times the level of
 * noon. Scaled so that the mean of its square over a session is 1.
 */
final class IntradayPattern {

  private static final double AT_OPEN = 1.2;
  private static final double AT_CLOSE = 0.4;
  private static final double REACH = 0.1;
  private static final double SCALE = 1 / Math.sqrt(meanSquare());

  private IntradayPattern() {}

  /**
   * The volatility at a moment relative to the session's own.
   *
   * @param elapsed share of the session that has passed
   */
  static double volatility(double elapsed) {
    return SCALE * shape(elapsed);
  }

  private static double shape(double elapsed) {
    return 1 + AT_OPEN * Math.exp(-elapsed / REACH) + AT_CLOSE * Math.exp((elapsed - 1) / REACH);
  }

  private static double meanSquare() {
    int steps = 10_000;
    double sum = 0;
    for (int i = 0; i < steps; i++) {
      double at = shape((i + 0.5) / steps);
      sum += at * at / steps;
    }
    return sum;
  }
}
