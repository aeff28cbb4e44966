package magnus.prefetch.plan;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The least chance of being used at which something is prefetched, so that in the long run no more
 * than a stated share is wasted: each wasted one raises it, each used one lowers it, in the
 * proportion at which it rests where the share is met (Robbins and Monro 1951). What is just above
 * it may well be wasted more often than that: the share is of all.
 *
 * <p>Where it forbids everything, nothing is settled any more from which it could learn that things
 * have changed. So after a while without it comes back, in some minutes, to where it began.
 */
public final class WasteGovernor {

  private static final double STEP = 0.02;
  private static final double LEAST = 0.02;
  private static final double MOST = 0.98;

  /** Without anything settled for so long it comes back. */
  private static final Duration QUIET = Duration.ofMinutes(10);

  /** Of the way that is left, in each minute then. */
  private static final double BACK_PER_MINUTE = 0.2;

  private final double share;
  private double threshold;
  private @Nullable Instant quietSince;
  private @Nullable Instant cameBack;

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
    quietSince = null;
    cameBack = null;
  }

  /** To be told the time now and then: nothing learns from a standstill. */
  public synchronized void passing(Instant now) {
    Instant since = quietSince;
    if (since == null || now.isBefore(since)) {
      quietSince = now;
      cameBack = null;
      return;
    }
    Instant begins = since.plus(QUIET);
    Instant from = cameBack == null ? begins : cameBack;
    double minutes = Duration.between(from, now).toMillis() / 60_000.0;
    if (minutes > 0) {
      threshold = 1 - share + (threshold - (1 - share)) * Math.pow(1 - BACK_PER_MINUTE, minutes);
      cameBack = now;
    }
  }

  /** The least chance now. */
  public synchronized double threshold() {
    return threshold;
  }
}
