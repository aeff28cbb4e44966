package magnus.persistence.market;

/** What a daily series holds. */
public enum SeriesKind {
  /** Open, high, low, close, volume. */
  BARS,
  /** Closes alone; open, high and low stand at the close, volume at 0. */
  CLOSES,
  /** A volatility index in points; the symbol is the index's. */
  VIX
}
