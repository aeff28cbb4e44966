package magnus.market;

/** Where a figure comes from; shown beside it. */
public enum Source {
  SIMULATED,
  IMPORTED,
  /** A value of Magnus's own model from imported prices, where nobody quotes one. */
  MODEL,
  /** Published calendars of the exchange, the options industry and the Fed, or their rules. */
  CALENDAR
}
