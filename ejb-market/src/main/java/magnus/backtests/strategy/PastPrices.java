package magnus.backtests.strategy;

import java.util.List;

/**
 * Prices of several symbols on the sessions that all of them have, splits undone and dividends
 * reinvested. Arrays are the record's own.
 *
 * @param days epoch days, ascending
 * @param close by symbol and day
 * @param high by symbol and day
 * @param low by symbol and day
 * @param cash by day the risk-free rate per year known then, as a fraction
 * @param implied by day the volatility that the option market paid for the only symbol, per year; 0
 *     where that is not known
 */
public record PastPrices(
    List<String> symbols,
    int[] days,
    double[][] close,
    double[][] high,
    double[][] low,
    double[] cash,
    double[] implied) {

  /** Trading days of a year. */
  public static final double YEAR = 252;

  public int size() {
    return days.length;
  }

  /** What cash pays from one close to the next. */
  double cashReturn(int day) {
    return cash[day] / YEAR;
  }

  /** Simple returns of the {@code count} days up to that one, by symbol. */
  double[][] returns(int day, int count) {
    double[][] returns = new double[symbols.size()][count];
    for (int s = 0; s < returns.length; s++) {
      for (int i = 0; i < count; i++) {
        int at = day - count + 1 + i;
        returns[s][i] = close[s][at] / close[s][at - 1] - 1;
      }
    }
    return returns;
  }
}
