package magnus.options;

/**
 * By what an opportunity is judged, with the figures that count as nothing and as all one could
 * wish. Both are fixed: a score does not change with what else is in the list.
 */
public enum Criterion {
  /** Credit over collateral, per year, simple. */
  YIELD("annual yield on the collateral", 0, 0.40, 0.25),
  /** Chance that the sale earns something at expiry. */
  PROFIT_CHANCE("chance of profit", 0.5, 0.95, 0.20),
  /** How far the break-even is from the spot, in standard deviations until expiry. */
  CUSHION("distance of the break-even in deviations", 0, 2, 0.15),
  /** Implied over realised volatility, less 1. */
  RICHNESS("implied over realised volatility", -0.3, 0.7, 0.10),
  /** Half the spread (15 % of the middle is nothing), half the open interest (10 to 10,000). */
  LIQUIDITY("liquidity", 0, 1, 0.15),
  /** Loss over collateral in the worst of twenty outcomes. */
  BAD_OUTCOME("loss in the worst of twenty outcomes", 0.25, 0, 0.10),
  /** No earnings report before expiry. */
  QUIET("no earnings before expiry", 0, 1, 0.05);

  private final String title;
  private final double worst;
  private final double best;
  private final double weight;

  Criterion(String title, double worst, double best, double weight) {
    this.title = title;
    this.worst = worst;
    this.best = best;
    this.weight = weight;
  }

  /** For people. */
  public String title() {
    return title;
  }

  /** Where a caller wishes nothing else; they add up to 1. */
  public double usualWeight() {
    return weight;
  }

  /** From 0, as bad as it counts, to 1. */
  public double grade(double figure) {
    return Math.max(0, Math.min(1, (figure - worst) / (best - worst)));
  }
}
