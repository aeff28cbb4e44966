package magnus.risk.var;

import magnus.risk.metrics.CompensatedSum;

/**
 * Exponentially weighted daily volatility around a mean of zero, σ²(t+1) = λσ²(t) + (1 − λ)r²(t),
 * with λ = 0.94 as for daily data in J. P. Morgan, "RiskMetrics Technical Document", 4th edition,
 * 1996. It starts from the mean square of the first {@value #SEED} returns.
 */
final class EwmaVolatility {

  static final double LAMBDA = 0.94;
  static final int SEED = 25;

  private EwmaVolatility() {}

  /**
   * Forecasts made before each day: entry i is for day i from the returns before it (the seed for
   * the first ones), and the last entry, at n, is for the day after the series.
   */
  static double[] before(double[] returns) {
    int n = returns.length;
    int seed = Math.min(SEED, n);
    CompensatedSum squares = new CompensatedSum();
    for (int i = 0; i < seed; i++) {
      squares.add(returns[i] * returns[i]);
    }
    double start = seed == 0 ? 0 : squares.total() / seed;
    double[] deviations = new double[n + 1];
    double variance = start;
    for (int i = 0; i <= n; i++) {
      if (i > seed) {
        variance = LAMBDA * variance + (1 - LAMBDA) * returns[i - 1] * returns[i - 1];
      }
      deviations[i] = Math.sqrt(variance);
    }
    return deviations;
  }
}
