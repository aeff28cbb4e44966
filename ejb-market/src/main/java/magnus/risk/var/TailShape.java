package magnus.risk.var;

import magnus.basics.result.Result;

/** How the tail is read off a sample of returns that are taken as drawn from one distribution. */
interface TailShape {

  /** The word in a method's name. */
  String name();

  /** What it does, as the beginning of a sentence. */
  String description();

  Result<TailLoss> of(double[] sample, Confidence confidence);

  /** The sample's own quantile. */
  record Empirical() implements TailShape {

    @Override
    public String name() {
      return "filtered_historical";
    }

    @Override
    public String description() {
      return "Empirical quantile";
    }

    @Override
    public Result<TailLoss> of(double[] sample, Confidence confidence) {
      return TailLoss.ofSample(sample, confidence);
    }
  }

  /** Standard normal, whatever the sample. */
  record Normal() implements TailShape {

    @Override
    public String name() {
      return "normal";
    }

    @Override
    public String description() {
      return "Normal around zero";
    }

    @Override
    public Result<TailLoss> of(double[] sample, Confidence confidence) {
      return Result.success(NormalVar.tail(0, 1, confidence));
    }
  }
}
