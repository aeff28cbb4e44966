package magnus.risk.var;

import magnus.basics.result.Result;
import magnus.options.pricing.StandardNormal;
import magnus.risk.metrics.Moments;

/**
 * Variance–covariance: tomorrow is normal with mean and sample deviation of the last {@code window}
 * days.
 *
 * @param window days, at least 2
 */
record NormalVar(int window) implements VarMethod {

  @Override
  public String name() {
    return "normal_" + window;
  }

  @Override
  public String description() {
    return "Normal with mean and sample deviation of the last " + window + " returns.";
  }

  @Override
  public int warmUp() {
    return window;
  }

  @Override
  public Result<TailLoss> forecast(PastReturns past, Confidence confidence) {
    if (past.size() < window) {
      return HistoricalVar.tooFew("normal", this, past);
    }
    double[] newest = past.newest(window);
    return Result.success(
        tail(Moments.mean(newest), Moments.standardDeviation(newest), confidence));
  }

  /** The tail of a normal return. */
  static TailLoss tail(double mean, double deviation, Confidence confidence) {
    double z = confidence.normalQuantile();
    return new TailLoss(
        deviation * z - mean, deviation * StandardNormal.density(z) / confidence.tail() - mean);
  }
}
