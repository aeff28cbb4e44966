package magnus.risk.var;

import java.util.Arrays;
import magnus.basics.result.FailureReason;
import magnus.basics.result.Result;
import magnus.risk.metrics.CompensatedSum;

/**
 * Value at risk and the expected shortfall that belongs to it, as positive losses (a negative value
 * means that even this bad day gains).
 *
 * @param valueAtRisk the loss that is exceeded with the tail's probability
 * @param expectedShortfall the mean of the worst tail; never below {@code valueAtRisk}
 */
public record TailLoss(double valueAtRisk, double expectedShortfall) {

  /**
   * Of a sample of returns. The value at risk is the inverse of the empirical distribution of
   * losses: the ⌈n·α⌉-th smallest (type 1 of R. J. Hyndman, Y. Fan, "Sample Quantiles in
   * Statistical Packages", American Statistician 50, 1996). The expected shortfall is the mean of
   * that same quantile function over (α, 1), so that an order statistic that straddles α counts
   * with its part (C. Acerbi, D. Tasche, "On the coherence of expected shortfall", Journal of
   * Banking and Finance 26, 2002, definition 2.6).
   */
  public static Result<TailLoss> ofSample(double[] returns, Confidence confidence) {
    int n = returns.length;
    if (n < confidence.leastObservations()) {
      return Result.failure(
          FailureReason.NOT_ENOUGH_DATA,
          "Historical value at risk at "
              + confidence.percent()
              + " % needs "
              + confidence.leastObservations()
              + " trading days of prices; there are "
              + n
              + ".");
    }
    double[] losses = new double[n];
    for (int i = 0; i < n; i++) {
      losses[i] = 0.0 - returns[i];
    }
    Arrays.sort(losses);
    int rank = confidence.rank(n);
    double quantile = losses[rank - 1];
    CompensatedSum beyond = new CompensatedSum();
    for (int i = rank; i < n; i++) {
      beyond.add(losses[i]);
    }
    // weights in hundredths, so that they are exact: n·(1 − α)·100 = n·(100 − percent)
    long straddling = 100L * rank - (long) n * confidence.percent();
    double mean =
        (100 * beyond.total() + straddling * quantile) / ((long) n * (100 - confidence.percent()));
    return Result.success(new TailLoss(quantile, Math.max(mean, quantile)));
  }

  /** The same tail with every loss times a factor. */
  TailLoss times(double factor) {
    return new TailLoss(valueAtRisk * factor, expectedShortfall * factor);
  }
}
