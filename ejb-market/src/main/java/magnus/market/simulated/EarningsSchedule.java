package magnus.market.simulated;

import java.time.LocalDate;
import magnus.basics.time.TradingCalendar;
import magnus.market.simulated.Events.Report;
import magnus.market.simulated.RandomStream.Purpose;
import org.jspecify.annotations.Nullable;

/**
 * The quarterly reports of one company: about the same number of days after each quarter's end, the
 * exact day announced some weeks before.
 */
final class EarningsSchedule {

  private static final int NOTICE_DAYS = 24;
  private static final int EARLIEST = -3;
  private static final int SPREAD = 8;

  private final Stock stock;
  private LocalDate quarterEnd;
  private @Nullable Report next;

  EarningsSchedule(Stock stock, LocalDate start) {
    this.stock = stock;
    this.quarterEnd = start.withDayOfMonth(1).minusDays(1);
  }

  /** The report announced this morning; null on most days. */
  @Nullable Report announcedOn(int day, long seed) {
    int usual = usualDay(stock, quarterEnd);
    if (next != null || day < usual - NOTICE_DAYS) {
      return null;
    }
    RandomStream random = new RandomStream(seed, stock.subject(), day, Purpose.EARNINGS_DATE);
    int moved = usual + EARLIEST + (int) (SPREAD * random.nextDouble());
    TradingCalendar calendar = TradingCalendar.newYork();
    LocalDate report =
        calendar.sessionOnOrAfter(LocalDate.ofEpochDay(Math.max(moved, day + 1))).date();
    LocalDate reaction = stock.reportsBeforeOpen() ? report : calendar.nextSession(report).date();
    next =
        new Report(
            day, (int) report.toEpochDay(), (int) reaction.toEpochDay(), stock.reportsBeforeOpen());
    return next;
  }

  /** Whether this morning's opening answers a report. */
  boolean answersOn(int day) {
    if (next == null || next.reaction() != day) {
      return false;
    }
    next = null;
    quarterEnd = quarterEnd.plusDays(1).plusMonths(3).minusDays(1);
    return true;
  }

  /** The day on which a company usually reports about the quarter ended on that date. */
  static int usualDay(Stock stock, LocalDate quarterEnd) {
    return (int) quarterEnd.toEpochDay() + stock.reportLag();
  }
}
