package magnus.risk.metrics;

import magnus.basics.result.FailureReason;
import magnus.basics.result.Result;

/** Annual volatility: the sample standard deviation of daily returns times √252. */
public final class Volatility {

  private Volatility() {}

  /** As a fraction per year; needs two returns. */
  public static Result<Double> of(DailyReturns returns) {
    if (returns.size() < 2) {
      return Result.failure(
          FailureReason.NOT_ENOUGH_DATA,
          "Volatility needs 2 daily returns, there are " + returns.size() + ".");
    }
    return Result.success(annual(Moments.standardDeviation(returns.returns())));
  }

  /** A daily standard deviation as an annual one. */
  public static double annual(double daily) {
    return daily * Math.sqrt(DailyReturns.TRADING_DAYS);
  }
}
