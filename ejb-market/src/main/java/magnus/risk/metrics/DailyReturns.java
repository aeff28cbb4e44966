package magnus.risk.metrics;

import java.time.LocalDate;
import java.util.Arrays;

/**
 * Simple returns per trading day, in ascending order of date. Not for logarithmic returns and not
 * for other periods: the figures of this package annualise by {@link #TRADING_DAYS}. The arrays are
 * the series' own: callers must not write to them.
 *
 * @param base epoch day from whose close the first return counts
 * @param days epoch day at whose close each return ends, strictly ascending, after {@code base}
 * @param returns fractions (0.01 is one per cent), finite
 */
public record DailyReturns(int base, int[] days, double[] returns) {

  /** Trading days in a year, by convention of the exchanges' own figures. */
  public static final int TRADING_DAYS = 252;

  public DailyReturns {
    if (days.length != returns.length) {
      throw new IllegalArgumentException(days.length + " days, " + returns.length + " returns");
    }
    int before = base;
    for (int i = 0; i < days.length; i++) {
      if (days[i] <= before) {
        throw new IllegalArgumentException("day " + days[i] + " after day " + before);
      }
      if (!Double.isFinite(returns[i])) {
        throw new IllegalArgumentException("return " + returns[i] + " on day " + days[i]);
      }
      before = days[i];
    }
  }

  public int size() {
    return returns.length;
  }

  public double get(int index) {
    return returns[index];
  }

  /** Date at whose close the return ends. */
  public LocalDate date(int index) {
    return LocalDate.ofEpochDay(days[index]);
  }

  /** The close from which the first return counts. */
  public LocalDate from() {
    return LocalDate.ofEpochDay(base);
  }

  /** The close at which the last return ends; {@link #from()} for an empty series. */
  public LocalDate to() {
    return LocalDate.ofEpochDay(days.length == 0 ? base : days[days.length - 1]);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DailyReturns o
        && base == o.base
        && Arrays.equals(days, o.days)
        && Arrays.equals(returns, o.returns);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * base + Arrays.hashCode(days)) + Arrays.hashCode(returns);
  }

  @Override
  public String toString() {
    return size() + " returns from " + from() + " to " + to();
  }
}
