package magnus.prefetch.plan;

/**
 * The least chance of being used at which something is prefetched, so that in the long run no more
 * than a stated share is wasted: each wasted one raises it, each used one lowers it, in the
 * proportion at which it rests where the share is met (Robbins and Monro 1951). What is just above
 * it may well be wasted more often than that: the share is of all.
 */
public final class WasteGovernor {

  private static final double STEP = 0.02;
  private static final double LEAST = 0.02;
  private static final double MOST = 0.98;

  private final double share;
  private double threshold;

  /**
   * @param share of prefetched entries that may end unused, above 0 and below 1
   */
  public WasteGovernor(double share) {
    if (!(share > 0 && share < 1)) {
      throw new IllegalArgumentException("a share of " + share);
    }
    this.share = share;
    this.threshold = 1 - share;
  }

  /** Whether something with that chance of being used may be loaded. */
  public synchronized boolean admits(double used) {
    return used >= threshold;
  }

  /** What was loaded has been used, or has ended without. */
  public synchronized void settled(boolean used) {
    double move = used ? -STEP * share : STEP * (1 - share);
    threshold = Math.min(MOST, Math.max(LEAST, threshold + move));
  }

  /** The least chance now. */
  public synchronized double threshold() {
    return threshold;
  }
}
