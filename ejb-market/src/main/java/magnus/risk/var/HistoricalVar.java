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
        ? tooFew("historical", this, past)
        : TailLoss.ofSample(past.newest(window), confidence);
  }

  static Result<TailLoss> tooFew(String figure, VarMethod method, PastReturns past) {
    return Result.failure(
        FailureReason.NOT_ENOUGH_DATA,
        "The "
            + figure
            + " figure needs "
            + method.warmUp()
            + " trading days of prices; there are "
            + past.size()
            + ".");
  }
}
