package magnus.signals.indicator;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import magnus.market.BarSeries;
import magnus.market.CorporateAction;
import magnus.market.Source;
import magnus.risk.scenario.ReturnIndex;

/**
 * Daily bars with splits undone and dividends reinvested, scaled so that the last close is the
 * traded one: a split is no fall. Days without a positive close are left out; where a day's open,
 * high or low is missing, its close stands in. Arrays are the record's own.
 *
 * @param days epoch days, ascending
 */
public record AdjustedBars(
    String symbol,
    Source source,
    int[] days,
    double[] open,
    double[] high,
    double[] low,
    double[] close) {

  /**
   * @param actions of the symbol in ascending order of ex-date
   */
  public static AdjustedBars of(BarSeries bars, List<CorporateAction> actions) {
    double[] worth = ReturnIndex.of(bars, actions).values();
    int n = bars.size();
    int[] days = new int[n];
    double[][] columns = new double[4][n];
    int kept = 0;
    for (int i = 0; i < n; i++) {
      double close = bars.close()[i];
      if (close > 0 && Double.isFinite(close)) {
        days[kept] = bars.days()[i];
        columns[0][kept] = priced(bars.open()[i], close) / close * worth[i];
        columns[1][kept] = Math.max(close, priced(bars.high()[i], close)) / close * worth[i];
        columns[2][kept] = Math.min(close, priced(bars.low()[i], close)) / close * worth[i];
        columns[3][kept] = worth[i];
        kept++;
      }
    }
    double scale = kept == 0 ? 1 : lastClose(bars) / columns[3][kept - 1];
    for (int c = 0; c < columns.length; c++) {
      columns[c] = Arrays.copyOf(columns[c], kept);
      for (int i = 0; i < kept; i++) {
        columns[c][i] *= scale;
      }
    }
    return new AdjustedBars(
        bars.symbol(),
        bars.source(),
        Arrays.copyOf(days, kept),
        columns[0],
        columns[1],
        columns[2],
        columns[3]);
  }

  private static double priced(double price, double close) {
    return price > 0 && Double.isFinite(price) ? price : close;
  }

  private static double lastClose(BarSeries bars) {
    for (int i = bars.size() - 1; i >= 0; i--) {
      if (bars.close()[i] > 0 && Double.isFinite(bars.close()[i])) {
        return bars.close()[i];
      }
    }
    return 1;
  }

  public int size() {
    return days.length;
  }

  public LocalDate date(int index) {
    return LocalDate.ofEpochDay(days[index]);
  }

  /** What was known after the first {@code count} bars, at the same scale. */
  public AdjustedBars first(int count) {
    return new AdjustedBars(
        symbol,
        source,
        Arrays.copyOf(days, count),
        Arrays.copyOf(open, count),
        Arrays.copyOf(high, count),
        Arrays.copyOf(low, count),
        Arrays.copyOf(close, count));
  }
}
