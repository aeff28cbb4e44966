package magnus.prefetch.plan;

import java.time.Duration;
import java.time.Instant;

/** So much per minute, unused parts kept for up to a minute (a token bucket). */
public final class Budget {

  private static final double SECONDS = 60;

  private final double perMinute;
  private double left;
  private Instant at;

  /** Full at first. */
  public Budget(double perMinute, Instant now) {
    if (!(perMinute >= 0)) {
      throw new IllegalArgumentException("a budget of " + perMinute);
    }
    this.perMinute = perMinute;
    this.left = perMinute;
    this.at = now;
  }

  /** Takes an amount if there is that much. */
  public synchronized boolean take(double amount, Instant now) {
    fill(now);
    if (amount > left) {
      return false;
    }
    left -= amount;
    return true;
  }

  /** Gives an amount back that was not spent. */
  public synchronized void give(double amount, Instant now) {
    fill(now);
    left = Math.min(perMinute, left + amount);
  }

  /** What is left. */
  public synchronized double left(Instant now) {
    fill(now);
    return left;
  }

  public double perMinute() {
    return perMinute;
  }

  private void fill(Instant now) {
    double passed = Duration.between(at, now).toMillis() / 1000.0;
    if (passed > 0) {
      left = Math.min(perMinute, left + passed / SECONDS * perMinute);
    }
    // A clock that was set back begins anew rather than giving nothing until it has caught up.
    at = now;
  }
}
