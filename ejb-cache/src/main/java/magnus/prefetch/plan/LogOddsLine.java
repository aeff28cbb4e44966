package magnus.prefetch.plan;

/**
 * A chance made of another one by a line through the log odds, after Platt (Probabilistic outputs
 * for support vector machines, 1999), moved a little by each outcome. Its owner guards it.
 */
final class LogOddsLine {

  private static final double STEP = 0.03;
  private static final double EDGE = 0.005;
  private static final double LEAST_SLOPE = 0.2;
  private static final double MOST_SLOPE = 2;

  private double height;
  private double slope;

  LogOddsLine(double height, double slope) {
    this.height = height;
    this.slope = slope;
  }

  double at(double chance) {
    return on(odds(chance));
  }

  void learn(double chance, boolean happened) {
    double odds = odds(chance);
    double miss = (happened ? 1 : 0) - on(odds);
    height += STEP * miss;
    // Never falling: what is likelier does not happen less often.
    slope = Math.min(MOST_SLOPE, Math.max(LEAST_SLOPE, slope + STEP * 0.2 * miss * odds));
  }

  private double on(double odds) {
    return 1 / (1 + Math.exp(-height - slope * odds));
  }

  private static double odds(double chance) {
    double inside = Math.min(1 - EDGE, Math.max(EDGE, chance));
    return Math.log(inside / (1 - inside));
  }
}
