package magnus.risk.metrics;

import magnus.basics.result.FailureReason;
import magnus.basics.result.Result;

/**
 * Excess return per unit of risk, annualised by √252.
 *
 * <p>The risk-free rate is annual and effective; its daily equivalent is (1 + rate)^(1/252) − 1,
 * constant over the series.
 */
public final class RewardToRisk {

  private RewardToRisk() {}

  /** The daily rate that compounds to the annual one in 252 days. */
  public static double dailyRate(double annualRate) {
    return Math.expm1(Math.log1p(annualRate) / DailyReturns.TRADING_DAYS);
  }

  /**
   * Mean daily excess return over the sample standard deviation of daily returns, times √252 (W. F.
   * Sharpe, "The Sharpe Ratio", Journal of Portfolio Management, 1994).
   */
  public static Result<Double> sharpe(DailyReturns returns, double annualRate) {
    if (returns.size() < 2) {
      return tooFew("Sharpe ratio", returns);
    }
    double deviation = Moments.standardDeviation(returns.returns());
    if (deviation == 0) {
      return Result.failure(
          FailureReason.NOT_COMPUTABLE, "The Sharpe ratio is not defined: every return is equal.");
    }
    double excess = Moments.mean(returns.returns()) - dailyRate(annualRate);
    return Result.success(Volatility.annual(excess / deviation));
  }

  /**
   * Mean daily excess return over the downside deviation, times √252. The downside deviation is the
   * root of the mean over <em>all</em> days (divisor n) of the squared shortfall below the daily
   * risk-free rate (F. A. Sortino, L. N. Price, "Performance Measurement in a Downside Risk
   * Framework", Journal of Investing, 1994).
   */
  public static Result<Double> sortino(DailyReturns returns, double annualRate) {
    if (returns.size() < 2) {
      return tooFew("Sortino ratio", returns);
    }
    double target = dailyRate(annualRate);
    CompensatedSum squares = new CompensatedSum();
    for (double r : returns.returns()) {
      double shortfall = Math.min(0, r - target);
      squares.add(shortfall * shortfall);
    }
    double downside = Math.sqrt(squares.total() / returns.size());
    if (downside == 0) {
      return Result.failure(
          FailureReason.NOT_COMPUTABLE,
          "The Sortino ratio is not defined: no day fell below the risk-free rate.");
    }
    double excess = Moments.mean(returns.returns()) - target;
    return Result.success(Volatility.annual(excess / downside));
  }

  private static Result<Double> tooFew(String figure, DailyReturns returns) {
    return Result.failure(
        FailureReason.NOT_ENOUGH_DATA,
        "The " + figure + " needs 2 daily returns, there are " + returns.size() + ".");
  }
}
