package magnus.backtests;

/** Strategies that can be walked over past prices. */
public enum StrategyKind {
  /** Fixed weights, brought back by the calendar. */
  CALENDAR,
  /** Fixed weights, brought back when one leaves its band. */
  BANDS,
  /** The least volatile weights of the last sessions. */
  MINIMUM_VOLATILITY,
  /** Weights that each add the same risk. */
  RISK_PARITY,
  /** Shares, with calls sold on them. */
  COVERED_CALL,
  /** Puts that cash covers, then calls on what was put. */
  WHEEL;

  /** Whether it sells options on one symbol. */
  public boolean isOptions() {
    return this == COVERED_CALL || this == WHEEL;
  }
}
