package magnus.risk.var;

import magnus.risk.metrics.CompensatedSum;

/**
 * Exponentially weighted daily volatility around a mean of zero, σ²(t+1) = λσ²(t) + (1 − λ)r²(t),
 * with λ = 0.94 as for daily data in J. P. Morgan, "RiskMetrics Technical Document", 4th edition,
 * 1996. It starts from the mean square of the first {@value #SEED} returns.
 */
record EwmaVolatility(double lambda) implements VolatilityModel {

  static final double RISK_METRICS = 0.94;
  static final int SEED = 25;

  @Override
  public String name() {
    return "ewma";
  }

  @Override
  public String description() {
    return "exponentially weighted volatility, lambda " + lambda;
  }

  @Override
  public int seed() {
    return SEED;
  }

  @Override
  public double[] before(PastReturns past) {
    int n = past.size();
    int seed = Math.min(SEED, n);
    CompensatedSum squares = new CompensatedSum();
    for (int i = 0; i < seed; i++) {
      squares.add(past.get(i) * past.get(i));
    }
    double start = seed == 0 ? 0 : squares.total() / seed;
    double[] deviations = new double[n + 1];
    double variance = start;
    for (int i = 0; i <= n; i++) {
      if (i > seed) {
        double r = past.get(i - 1);
        variance = lambda * variance + (1 - lambda) * r * r;
      }
      deviations[i] = Math.sqrt(variance);
    }
    return deviations;
  }
}
