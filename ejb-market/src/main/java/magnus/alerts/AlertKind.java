package magnus.alerts;

/** What a rule looks at. */
public enum AlertKind {
  /** The last price at or above the threshold. */
  PRICE_ABOVE(About.SYMBOL, 0, 1e9, 0.005),
  /** The last price at or below it. */
  PRICE_BELOW(About.SYMBOL, 0, 1e9, 0.005),
  /** The move since the previous close, either way, as a fraction. */
  CHANGE(About.SYMBOL, 0.001, 10, 0.2),
  /** Volatility of the last sessions per year, as a fraction. */
  VOLATILITY(About.SYMBOL, 0.01, 10, 0.1),
  /** One-day value at risk at 95 %, as a fraction of the value. */
  VALUE_AT_RISK(About.PORTFOLIO, 0.001, 1, 0.1),
  /** How far the value is below its highest, payments aside, as a fraction. */
  DRAWDOWN(About.PORTFOLIO, 0.001, 1, 0.1),
  /** A holding's share of the value, as a fraction; each holding by itself. */
  WEIGHT(About.PORTFOLIO, 0.01, 1, 0.05),
  /** Earnings of a holding within so many days. */
  EARNINGS(About.PORTFOLIO, 1, 90, 0),
  /** A move of a holding since the previous close, in its own usual daily moves. */
  ANOMALY(About.PORTFOLIO, 1, 50, 0.25);

  /** What a rule is about. */
  public enum About {
    SYMBOL,
    PORTFOLIO
  }

  private final About about;
  private final double least;
  private final double most;
  private final double slack;

  AlertKind(About about, double least, double most, double slack) {
    this.about = about;
    this.least = least;
    this.most = most;
    this.slack = slack;
  }

  /** A symbol or a portfolio. */
  public About about() {
    return about;
  }

  /** Whether such a threshold makes sense. */
  public boolean allows(double threshold) {
    return threshold > 0 && threshold >= least && threshold <= most;
  }

  /** The thresholds that make sense, in words. */
  public String expected() {
    return "a number from " + (least > 0 ? least : "above 0") + " to " + most;
  }

  private boolean isBelow() {
    return this == PRICE_BELOW || this == EARNINGS;
  }

  /** Whether the figure is at or beyond the threshold. */
  public boolean crossed(double figure, double threshold) {
    return isBelow() ? figure <= threshold : figure >= threshold;
  }

  /**
   * Whether it is far enough from the threshold again for the next crossing to be news: between, a
   * figure that trembles around the threshold tells nothing.
   */
  public boolean calm(double figure, double threshold) {
    return isBelow() ? figure > threshold * (1 + slack) : figure < threshold * (1 - slack);
  }
}
