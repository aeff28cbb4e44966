package magnus.prefetch.plan;

/**
 * How long people stay on a page: lognormal, its two parameters learned from the visits seen, older
 * ones fading.
 */
public final class ThinkTime {

  private static final double PRIOR_VISITS = 10;
  private static final double KEPT = 0.995;
  private static final double LEAST_SECONDS = 0.02;
  private static final double MOST_SECONDS = 1_800;
  private static final double LEAST_SPREAD = 0.1;

  private double weight = PRIOR_VISITS;
  private double sum;
  private double squares;

  /** Before anything is known: a median of 20 s and a spread of 1. */
  public ThinkTime() {
    this(20, 1);
  }

  /**
   * @param medianSeconds before anything is known
   * @param spread of its logarithm
   */
  public ThinkTime(double medianSeconds, double spread) {
    sum = PRIOR_VISITS * Math.log(medianSeconds);
    squares = PRIOR_VISITS * (Math.pow(Math.log(medianSeconds), 2) + spread * spread);
  }

  /** From a sign of a link until it is opened, as instant.page found it: 300 ms on average. */
  public static ThinkTime afterSign() {
    return new ThinkTime(0.25, 0.6);
  }

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
