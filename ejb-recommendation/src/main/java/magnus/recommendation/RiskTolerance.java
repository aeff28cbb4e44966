package magnus.recommendation;

/**
 * How a user answered "If your portfolio lost a fifth in a bad year, what would you do?".
 *
 * <p>The aversions are constant relative risk aversions of common size (2 to 8; Campbell and
 * Viceira 2002, ch. 2): an assumption about people, not a measurement of one.
 */
public enum RiskTolerance {
  /** I would sell: I could not bear it. */
  CAUTIOUS(8, 0.15),
  /** I would wait. */
  BALANCED(4, 0.25),
  /** I would buy more. */
  BOLD(2, 0.35);

  private final double aversion;
  private final double mostInOne;

  RiskTolerance(double aversion, double mostInOne) {
    this.aversion = aversion;
    this.mostInOne = mostInOne;
  }

  /** Relative risk aversion: half of it times the variance is what the risk costs a year. */
  public double aversion() {
    return aversion;
  }

  /** Share of the portfolio above which one name is a candidate to trim. */
  public double mostInOne() {
    return mostInOne;
  }
}
