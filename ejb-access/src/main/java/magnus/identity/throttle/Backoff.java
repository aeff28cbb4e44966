package magnus.identity.throttle;

import java.time.Duration;

/**
 * The wait after failed attempts: none for the first few, then one second, doubled with each.
 *
 * @param free attempts without a wait
 * @param longest the wait never exceeds it
 */
public record Backoff(int free, Duration longest) {

  private static final int MOST_DOUBLINGS = 30;

  public Backoff {
    if (free < 1) {
      throw new IllegalArgumentException("free attempts are 1 or more, got " + free);
    }
  }

  /** How long to wait after that many failures in a row. */
  public Duration after(int failures) {
    if (failures < free) {
      return Duration.ZERO;
    }
    Duration wait = Duration.ofSeconds(1L << Math.min(failures - free, MOST_DOUBLINGS));
    return wait.compareTo(longest) > 0 ? longest : wait;
  }
}
