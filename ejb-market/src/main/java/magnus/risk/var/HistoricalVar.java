package magnus.risk.var;

import magnus.basics.result.FailureReason;
import magnus.basics.result.Result;

/**
 * Historical simulation: tomorrow is drawn from the last {@code window} days, each as likely.
 *
 * @param window days, at least 100
 */
record HistoricalVar(int window) implements VarMethod {

  @Override
  public String name() {
    return "historical_" + window;
  }

  @Override
  public String description() {
    return "Empirical quantile of the last " + window + " returns.";
  }

  @Override
  public int warmUp() {
    return window;
  }

  @Override
  public Result<TailLoss> forecast(PastReturns past, Confidence confidence) {
    return past.size() < window
        ? tooFew(this, past)
        : TailLoss.ofSample(past.newest(window), confidence);
  }

  static Result<TailLoss> tooFew(VarMethod method, PastReturns past) {
    return Result.failure(
        FailureReason.NOT_ENOUGH_DATA,
        "The value at risk by "
            + method.name()
            + " needs "
            + method.warmUp()
            + " daily returns, there are "
            + past.size()
            + ".");
  }
}
