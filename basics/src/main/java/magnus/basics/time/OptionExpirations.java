package magnus.basics.time;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.temporal.TemporalAdjusters.dayOfWeekInMonth;
import static java.time.temporal.TemporalAdjusters.nextOrSame;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.TreeSet;

/**
 * Days on which listed US equity options expire: standard ones on the third Friday of a month,
 * weeklies on the other Fridays; where that Friday is no session, on the session before. (Standard
 * options of before February 2015 formally expired on the Saturday after; their last trading day
 * was this Friday.)
 */
public final class OptionExpirations {

  private static final int WEEKLIES = 6;
  private static final int MONTHLIES = 4;
  private static final int QUARTERLIES = 4;
  private static final int LEAPS_HORIZON_MONTHS = 30;

  private final TradingCalendar calendar;

  public OptionExpirations(TradingCalendar calendar) {
    this.calendar = calendar;
  }

  /** The standard expiration of a month. */
  public LocalDate monthly(YearMonth month) {
    return moved(month.atDay(1).with(dayOfWeekInMonth(3, FRIDAY)));
  }

  /** Whether standard options expire on that date. */
  public boolean isMonthly(LocalDate date) {
    return monthly(YearMonth.from(date)).equals(date);
  }

  /** Every weekly and standard expiration with {@code from ≤ date ≤ to}, ascending. */
  public List<LocalDate> between(LocalDate from, LocalDate to) {
    TreeSet<LocalDate> found = new TreeSet<>();
    LocalDate last = to.plusDays(7);
    for (LocalDate friday = from.with(nextOrSame(FRIDAY));
        !friday.isAfter(last);
        friday = friday.plusWeeks(1)) {
      LocalDate expiry = moved(friday);
      if (!expiry.isBefore(from) && !expiry.isAfter(to)) {
        found.add(expiry);
      }
    }
    return List.copyOf(found);
  }

  /**
   * What is listed on a day for a liquid underlying, ascending: the next six weekly expirations,
   * the next four standard ones, the next four of the March cycle, and January LEAPS up to thirty
   * months out. The day's own expiration is among them.
   */
  public List<LocalDate> listedOn(LocalDate date) {
    TreeSet<LocalDate> listed = new TreeSet<>();
    between(date, date.plusWeeks(WEEKLIES + 1L)).stream().limit(WEEKLIES).forEach(listed::add);
    int monthlies = 0;
    int quarterlies = 0;
    YearMonth first = YearMonth.from(date);
    for (int ahead = 0; ahead <= LEAPS_HORIZON_MONTHS; ahead++) {
      YearMonth month = first.plusMonths(ahead);
      LocalDate expiry = monthly(month);
      if (expiry.isBefore(date)) {
        continue;
      }
      boolean near = monthlies < MONTHLIES;
      boolean quarterly = month.getMonthValue() % 3 == 0 && quarterlies < QUARTERLIES;
      if (near || quarterly || month.getMonthValue() == 1) {
        listed.add(expiry);
      }
      monthlies++;
      quarterlies += month.getMonthValue() % 3 == 0 ? 1 : 0;
    }
    return List.copyOf(listed);
  }

  private LocalDate moved(LocalDate friday) {
    return calendar.sessionOnOrBefore(friday).date();
  }
}
