package magnus.risk;

/** How target weights are found; see {@code magnus.risk.optimisation}. */
public enum OptimisationMethod {
  /** The least variance. */
  MINIMUM_VOLATILITY,
  /** Expected return less half the aversion times the variance; past means, shrunk. */
  MEAN_VARIANCE,
  /** Every holding adds the same to the variance. */
  RISK_PARITY,
  /** Split down a tree of correlations. */
  HIERARCHICAL_RISK_PARITY,
  /** What today's weights imply, moved by the investor's views. */
  BLACK_LITTERMAN
}
