package magnus.market.simulated;

import java.time.LocalDate;
import magnus.basics.time.TradingCalendar;

/**
 * Quarterly cash dividends of one instrument: declared three weeks before they go ex, as a quarter
 * of the yearly yield on a smoothed price, so that they move slowly.
 */
final class DividendSchedule {

  private static final int NOTICE_DAYS = 21;
  private static final double SMOOTHING = 0.004;

  private final double yield;
  private final int cycle;
  private final int dayOfMonth;
  private double smoothedPrice;
  private int exDay;
  private double declared;

  /**
   * @param cycle 0, 1, 2: month of the quarter in which it goes ex
   * @param dayOfMonth it goes ex on this day or the next session
   */
  DividendSchedule(double yield, int cycle, int dayOfMonth, double startPrice, LocalDate start) {
    this.yield = yield;
    this.cycle = cycle;
    this.dayOfMonth = dayOfMonth;
    this.smoothedPrice = startPrice;
    this.exDay = yield > 0 ? nextExDay(start) : Integer.MAX_VALUE;
  }

  /** The dollars per share declared this morning; 0 on most days. */
  double declaredOn(int day, boolean splitIsPending) {
    if (declared > 0 || splitIsPending || day < exDay - NOTICE_DAYS || day >= exDay) {
      return 0;
    }
    declared = Math.max(0.01, Math.rint(25 * yield * smoothedPrice) / 100);
    return declared;
  }

  int exDay() {
    return exDay;
  }

  /** Whether a declared dividend has not yet gone ex. */
  boolean isPending() {
    return declared > 0;
  }

  /** The dollars per share that leave the price at this morning's opening; 0 on most days. */
  double paidOn(int day) {
    if (day < exDay) {
      return 0;
    }
    double paid = declared;
    declared = 0;
    exDay = nextExDay(LocalDate.ofEpochDay(day + 1));
    return paid;
  }

  void closedAt(double price) {
    smoothedPrice += SMOOTHING * (price - smoothedPrice);
  }

  void split(double ratio) {
    smoothedPrice /= ratio;
  }

  private int nextExDay(LocalDate from) {
    LocalDate month = from.withDayOfMonth(1);
    while (true) {
      if ((month.getMonthValue() - 1) % 3 == cycle) {
        LocalDate ex =
            TradingCalendar.newYork().sessionOnOrAfter(month.withDayOfMonth(dayOfMonth)).date();
        if (!ex.isBefore(from)) {
          return (int) ex.toEpochDay();
        }
      }
      month = month.plusMonths(1);
    }
  }
}
