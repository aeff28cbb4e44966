package magnus.risk.var;

import magnus.basics.result.FailureReason;
import magnus.basics.result.Result;

/**
 * Filtered historical simulation: each past return is divided by the volatility forecast for its
 * own day, and the empirical tail of those is scaled by tomorrow's forecast (J. Hull, A. White,
 * "Incorporating volatility updating into the historical simulation method for value-at-risk",
 * Journal of Risk 1, 1998; G. Barone-Adesi, K. Giannopoulos, L. Vosper 1999). Volatility is
 * exponentially weighted, see {@link EwmaVolatility}.
 */
record FilteredHistoricalVar() implements VarMethod {

  private static final int WINDOW = 500;

  @Override
  public String name() {
    return "filtered_historical_ewma";
  }

  @Override
  public String description() {
    return "Empirical quantile of "
        + WINDOW
        + " returns, each in units of its day's exponentially weighted volatility (lambda 0.94),"
        + " times tomorrow's.";
  }

  @Override
  public int warmUp() {
    return WINDOW + EwmaVolatility.SEED;
  }

  @Override
  public Result<TailLoss> forecast(PastReturns past, Confidence confidence) {
    if (past.size() < warmUp()) {
      return HistoricalVar.tooFew("filtered-historical", this, past);
    }
    double[] returns = past.newest(warmUp());
    double[] deviations = EwmaVolatility.before(returns);
    double[] standardised = new double[WINDOW];
    for (int i = 0; i < WINDOW; i++) {
      int day = EwmaVolatility.SEED + i;
      if (!(deviations[day] > 0)) {
        return Result.failure(
            FailureReason.NOT_COMPUTABLE, "The returns stood still: no volatility to scale by.");
      }
      standardised[i] = returns[day] / deviations[day];
    }
    return TailLoss.ofSample(standardised, confidence)
        .map(tail -> tail.times(deviations[warmUp()]));
  }
}
