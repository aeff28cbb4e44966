package magnus.basics.time;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One trading day of the exchange.
 *
 * @param date the day in New York
 * @param open the opening bell, 09:30 New York time
 * @param close the closing bell, 16:00 New York time unless the day is shortened
 * @param half whether the day is shortened
 */
public record Session(LocalDate date, Instant open, Instant close, boolean half) {

  /** Whether the market is open at that instant: {@code open ≤ instant < close}. */
  public boolean contains(Instant instant) {
    return !instant.isBefore(open) && instant.isBefore(close);
  }

  /** The share of the session that has passed: 0 at or before the open, 1 at or after the close. */
  public double elapsedFraction(Instant instant) {
    double whole = close.toEpochMilli() - open.toEpochMilli();
    return Math.max(0, Math.min(1, (instant.toEpochMilli() - open.toEpochMilli()) / whole));
  }
}
