package magnus.market.simulated;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import magnus.market.BarSeries;
import magnus.market.Source;

/** Daily bars out of the year tables. */
final class DailyBars {

  private DailyBars() {}

  /** Of one instrument with {@code from ≤ date ≤ to}. */
  static BarSeries between(
      History history, int instrument, String symbol, LocalDate from, LocalDate to) {
    if (from.isAfter(to)) {
      return BarSeries.empty(symbol, Source.SIMULATED);
    }
    List<YearTable> years = history.between(from, to);
    int size = 0;
    for (YearTable year : years) {
      size += end(year, to) - start(year, from);
    }
    int[] days = new int[size];
    double[][] prices = new double[4][size];
    double[] volume = new double[size];
    int at = 0;
    for (YearTable year : years) {
      Columns columns = year.columns()[instrument];
      for (int i = start(year, from); i < end(year, to); i++) {
        days[at] = year.days()[i];
        prices[0][at] = columns.open()[i] / 100.0;
        prices[1][at] = columns.high()[i] / 100.0;
        prices[2][at] = columns.low()[i] / 100.0;
        prices[3][at] = columns.close()[i] / 100.0;
        volume[at] = columns.volume()[i];
        at++;
      }
    }
    return new BarSeries(
        symbol, Source.SIMULATED, days, prices[0], prices[1], prices[2], prices[3], volume);
  }

  private static int start(YearTable year, LocalDate from) {
    int found = Arrays.binarySearch(year.days(), (int) from.toEpochDay());
    return found >= 0 ? found : -found - 1;
  }

  private static int end(YearTable year, LocalDate to) {
    int found = Arrays.binarySearch(year.days(), (int) to.toEpochDay());
    return found >= 0 ? found + 1 : -found - 1;
  }
}
