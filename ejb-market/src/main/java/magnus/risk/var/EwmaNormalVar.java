package magnus.risk.var;

import magnus.basics.result.Result;

/** RiskMetrics 1996: tomorrow is normal around zero with the exponentially weighted volatility. */
record EwmaNormalVar() implements VarMethod {

  /** 0.94^250 is 2e-7: older returns do not count. */
  private static final int WINDOW = 250;

  @Override
  public String name() {
    return "ewma_normal";
  }

  @Override
  public String description() {
    return "Normal around zero, exponentially weighted volatility, lambda 0.94.";
  }

  @Override
  public int warmUp() {
    return WINDOW;
  }

  @Override
  public Result<TailLoss> forecast(PastReturns past, Confidence confidence) {
    if (past.size() < WINDOW) {
      return HistoricalVar.tooFew("exponentially weighted normal", this, past);
    }
    double[] deviations = EwmaVolatility.before(past.newest(WINDOW));
    return Result.success(NormalVar.tail(0, deviations[WINDOW], confidence));
  }
}
