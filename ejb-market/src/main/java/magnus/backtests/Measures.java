package magnus.backtests;

import magnus.backtests.strategy.Outcome;
import magnus.backtests.strategy.PastPrices;
import magnus.risk.metrics.Moments;

/** Figures of a walk. */
final class Measures {

  private Measures() {}

  static BacktestReport.Figures of(String name, Outcome outcome, PastPrices prices) {
    double[] wealth = outcome.wealth();
    double[] excess = outcome.excess(prices, outcome.first());
    double peak = 0;
    double drawdown = 0;
    double[] returns = new double[wealth.length - 1];
    for (int i = 0; i < wealth.length; i++) {
      peak = Math.max(peak, wealth[i]);
      drawdown = Math.max(drawdown, 1 - wealth[i] / peak);
      if (i > 0) {
        returns[i - 1] = Math.log(wealth[i] / wealth[i - 1]);
      }
    }
    double growth = wealth[wealth.length - 1];
    double years = returns.length / PastPrices.YEAR;
    return new BacktestReport.Figures(
        name,
        growth - 1,
        Math.pow(growth, 1 / years) - 1,
        Moments.standardDeviation(returns) * Math.sqrt(PastPrices.YEAR),
        sharpe(excess) * Math.sqrt(PastPrices.YEAR),
        drawdown,
        outcome.costs(),
        outcome.turnover(),
        outcome.trades());
  }

  /** Of a day; 0 where nothing moves. */
  static double sharpe(double[] excess) {
    double deviation = Moments.standardDeviation(excess);
    return deviation > 0 ? Moments.mean(excess) / deviation : 0;
  }
}
