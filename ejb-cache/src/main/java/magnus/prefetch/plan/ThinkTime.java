package magnus.prefetch.plan;

/**
 * How long people stay on a page: lognormal, its two parameters learned from the visits seen, older
 * ones fading. Before anything is known: a median of 20 s and a spread of 1.
 */
public final class ThinkTime {

  private static final double PRIOR_MEDIAN_SECONDS = 20;
  private static final double PRIOR_SPREAD = 1;
  private static final double PRIOR_VISITS = 10;
  private static final double KEPT = 0.995;
  private static final double LEAST_SECONDS = 0.2;
  private static final double MOST_SECONDS = 1_800;
  private static final double LEAST_SPREAD = 0.1;

  private double weight = PRIOR_VISITS;
  private double sum = PRIOR_VISITS * Math.log(PRIOR_MEDIAN_SECONDS);
  private double squares =
      PRIOR_VISITS * (Math.pow(Math.log(PRIOR_MEDIAN_SECONDS), 2) + PRIOR_SPREAD * PRIOR_SPREAD);

  /** Somebody stayed that long; longer than half an hour counts as away and is not learned from. */
  public synchronized void stayed(double seconds) {
    if (!(seconds > 0) || seconds > MOST_SECONDS) {
      return;
    }
    double log = Math.log(Math.max(LEAST_SECONDS, seconds));
    weight = KEPT * weight + 1;
    sum = KEPT * sum + log;
    squares = KEPT * squares + log * log;
  }

  /** The median stay in seconds. */
  public synchronized double median() {
    return Math.exp(sum / weight);
  }

  /** The chance to leave within so many seconds from arrival. */
  public synchronized double leavesWithin(double seconds) {
    if (seconds <= 0) {
      return 0;
    }
    double mean = sum / weight;
    double spread = Math.max(LEAST_SPREAD, Math.sqrt(Math.max(0, squares / weight - mean * mean)));
    return NormalTail.below((Math.log(seconds) - mean) / spread);
  }
}
