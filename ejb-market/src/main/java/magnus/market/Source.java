package magnus.market;

/** Where a figure comes from; shown beside it. */
public enum Source {
  SIMULATED,
  IMPORTED,
  /** Published calendars of the exchange, the options industry and the Fed, or their rules. */
  CALENDAR
}
