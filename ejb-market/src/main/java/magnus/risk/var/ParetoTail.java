package magnus.risk.var;

import java.util.Arrays;
import magnus.basics.result.FailureReason;
import magnus.basics.result.Result;

/**
 * Extreme value theory: losses beyond the tenth-largest per cent follow a generalised Pareto
 * distribution (A. J. McNeil, R. Frey, "Estimation of tail-related risk measures for
 * heteroscedastic financial time series: an extreme value approach", Journal of Empirical Finance
 * 7, 2000), fitted by probability-weighted moments (J. R. M. Hosking, J. R. Wallis, Technometrics
 * 29, 1987), which need no iteration and do not fail on 25 exceedances.
 */
record ParetoTail() implements TailShape {

  private static final double BEYOND = 0.10;
  private static final int LEAST = 200;

  @Override
  public String name() {
    return "evt";
  }

  @Override
  public String description() {
    return "Generalised Pareto tail beyond the worst tenth";
  }

  @Override
  public Result<TailLoss> of(double[] sample, Confidence confidence) {
    int n = sample.length;
    if (n < LEAST) {
      return Result.failure(
          FailureReason.NOT_ENOUGH_DATA,
          "A Pareto tail needs " + LEAST + " trading days of prices; there are " + n + ".");
    }
    double[] losses = new double[n];
    for (int i = 0; i < n; i++) {
      losses[i] = -sample[i];
    }
    Arrays.sort(losses);
    int beyond = (int) (BEYOND * n);
    double threshold = losses[n - beyond - 1];
    double first = 0;
    double second = 0;
    for (int i = 0; i < beyond; i++) {
      double excess = losses[n - beyond + i] - threshold;
      first += excess / beyond;
      second += excess * (beyond - i - 0.65) / beyond / beyond;
    }
    double difference = first - 2 * second;
    if (!(difference > 0)) {
      return Result.failure(FailureReason.NOT_COMPUTABLE, "The worst days all lost the same.");
    }
    double shape = Math.max(-0.5, Math.min(0.7, 2 - first / difference));
    double scale = first * (1 - shape);
    double times = (double) beyond / n / confidence.tail();
    double quantile =
        Math.abs(shape) < 1e-9
            ? threshold + scale * Math.log(times)
            : threshold + scale / shape * (Math.pow(times, shape) - 1);
    double shortfall = (quantile + scale - shape * threshold) / (1 - shape);
    return Result.success(new TailLoss(quantile, Math.max(quantile, shortfall)));
  }
}
