package magnus.risk.metrics;

import java.util.Arrays;
import magnus.basics.result.FailureReason;
import magnus.basics.result.Result;

/**
 * Beta to the market: covariance of the two return series over the variance of the market's (Sharpe
 * 1964), over the days on which both have a return.
 */
public final class MarketBeta {

  /** Fewer common days say nothing about co-movement. */
  public static final int LEAST_DAYS = 20;

  private MarketBeta() {}

  /** Without unit; fails with fewer than {@link #LEAST_DAYS} common days or a constant market. */
  public static Result<Double> of(DailyReturns returns, DailyReturns market) {
    double[] x = new double[Math.min(returns.size(), market.size())];
    double[] y = new double[x.length];
    int n = 0;
    for (int i = 0; i < returns.size(); i++) {
      int j = Arrays.binarySearch(market.days(), returns.days()[i]);
      if (j >= 0) {
        x[n] = returns.get(i);
        y[n++] = market.get(j);
      }
    }
    if (n < LEAST_DAYS) {
      return Result.failure(
          FailureReason.NOT_ENOUGH_DATA,
          "Beta needs " + LEAST_DAYS + " days in common with the market, there are " + n + ".");
    }
    double[] market1 = Arrays.copyOf(y, n);
    if (Moments.standardDeviation(market1) == 0) {
      return Result.failure(
          FailureReason.NOT_COMPUTABLE, "Beta is not defined: the market did not move.");
    }
    return Result.success(
        Moments.covariance(Arrays.copyOf(x, n), market1) / Moments.variance(market1));
  }
}
