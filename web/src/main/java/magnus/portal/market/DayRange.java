package magnus.portal.market;

import java.time.LocalDate;
import magnus.basics.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** The days that a request asks for, from the first to the last. */
record DayRange(LocalDate first, LocalDate last) {

  private static final int EARLIEST = 1800;
  private static final int LATEST = 2199;

  /**
   * The days asked for; absent: a year up to today.
   *
   * @throws Refusal where a date is out of any market's range
   */
  static DayRange yearUpTo(LocalDate today, @Nullable LocalDate from, @Nullable LocalDate to) {
    LocalDate last = checked("to", to, today);
    return new DayRange(checked("from", from, last.minusYears(1)), last);
  }

  static LocalDate checked(String name, @Nullable LocalDate date, LocalDate fallback) {
    if (date == null) {
      return fallback;
    }
    if (date.getYear() < EARLIEST || date.getYear() > LATEST) {
      throw Refusal.malformed(name, date, "a date from " + EARLIEST + " to " + LATEST);
    }
    return date;
  }
}
