package magnus.backtests.strategy;

/**
 * What one unit of money became.
 *
 * @param first day from which it counts, an index of the prices' days
 * @param wealth by day from {@code first} on; begins with 1, less what the first purchase cost
 * @param costs paid, in units of the beginning
 * @param turnover bought and sold per year, as a share of the wealth
 * @param trades days on which something was traded
 * @param modelled days on which options were priced by a volatility of past prices, not the
 *     market's
 */
public record Outcome(
    int first, double[] wealth, double costs, double turnover, int trades, int modelled) {

  /** Daily logarithmic returns above what cash paid, from the close of {@code from} on. */
  public double[] excess(PastPrices prices, int from) {
    double[] returns = new double[prices.size() - 1 - from];
    for (int i = 0; i < returns.length; i++) {
      int day = from + 1 + i;
      returns[i] =
          Math.log(wealth[day - first] / wealth[day - 1 - first])
              - Math.log1p(prices.cashReturn(day - 1));
    }
    return returns;
  }
}
