package magnus.market;

import java.time.LocalDate;
import java.util.Arrays;

/**
 * Daily bars of one symbol in ascending order of date, as columns. Prices in the instrument's
 * currency, unadjusted as traded; volume in shares. The arrays are the series' own: callers must
 * not write to them.
 *
 * @param symbol ticker
 * @param source where the bars come from
 * @param days epoch days ({@link LocalDate#toEpochDay()}), strictly ascending
 */
public record BarSeries(
    String symbol,
    Source source,
    int[] days,
    double[] open,
    double[] high,
    double[] low,
    double[] close,
    double[] volume) {

  public BarSeries {
    int n = days.length;
    if (open.length != n
        || high.length != n
        || low.length != n
        || close.length != n
        || volume.length != n) {
      throw new IllegalArgumentException("columns of " + symbol + " differ in length");
    }
  }

  public static BarSeries empty(String symbol, Source source) {
    double[] none = {};
    return new BarSeries(symbol, source, new int[0], none, none, none, none, none);
  }

  public int size() {
    return days.length;
  }

  public LocalDate date(int index) {
    return LocalDate.ofEpochDay(days[index]);
  }

  /** Index of the last bar on or before the date, or −1. */
  public int indexOnOrBefore(LocalDate date) {
    int found = Arrays.binarySearch(days, (int) date.toEpochDay());
    return found >= 0 ? found : -found - 2;
  }
}
