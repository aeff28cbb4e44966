package magnus.basics.time;

/** Where in its day the exchange stands. */
public enum MarketPhase {
  /** From 04:00 New York time on a session's day until the opening bell. */
  PRE_OPEN,
  /** Between the opening and the closing bell. */
  OPEN,
  /** From the closing bell until 20:00 New York time (17:00 on half days). */
  AFTER_HOURS,
  /** Nights, weekends, holidays. */
  CLOSED
}
