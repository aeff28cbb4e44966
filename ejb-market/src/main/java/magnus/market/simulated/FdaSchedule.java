package magnus.market.simulated;

import java.time.LocalDate;
import magnus.basics.time.TradingCalendar;
import magnus.market.simulated.Events.Decision;
import magnus.market.simulated.RandomStream.Purpose;
import org.jspecify.annotations.Nullable;

/**
 * Decisions of the FDA on new drugs of one company: announced months before, answered by the price
 * on the morning after. Three of four approve, as in the agency's own statistics of first-cycle
 * reviews; the smaller the company, the more hangs on it.
 */
final class FdaSchedule {

  private static final double ANNOUNCED_PER_MONTH = 0.12;
  private static final int EARLIEST = 90;
  private static final int SPREAD = 120;
  private static final double APPROVED = 0.75;
  private static final double GAIN = 0.06;
  private static final double LOSS = 0.18;

  private final Stock stock;
  private final double weight;
  private @Nullable Decision next;
  private int reaction;

  FdaSchedule(Stock stock) {
    this.stock = stock;
    this.weight = weight(stock);
  }

  /** The decision announced this morning; null on most days. */
  @Nullable Decision announcedOn(int day, boolean firstOfMonth, long seed) {
    if (!firstOfMonth || next != null || !stock.awaitsFda()) {
      return null;
    }
    RandomStream random = new RandomStream(seed, stock.subject(), day, Purpose.FDA_CALENDAR);
    if (random.nextDouble() >= ANNOUNCED_PER_MONTH) {
      return null;
    }
    TradingCalendar calendar = TradingCalendar.newYork();
    LocalDate decided =
        calendar
            .sessionOnOrAfter(
                LocalDate.ofEpochDay(day + EARLIEST + (int) (SPREAD * random.nextDouble())))
            .date();
    next = new Decision(day, (int) decided.toEpochDay());
    reaction = (int) calendar.nextSession(decided).date().toEpochDay();
    return next;
  }

  /** Log return at this morning's opening that answers a decision; 0 on most days. */
  double answerOn(int day, long seed) {
    if (next == null || day != reaction) {
      return 0;
    }
    next = null;
    RandomStream random = new RandomStream(seed, stock.subject(), day, Purpose.FDA_OUTCOME);
    boolean approved = random.nextDouble() < APPROVED;
    double size = weight * (0.5 + random.nextDouble());
    return size * (approved ? GAIN : -LOSS);
  }

  /** Of the answer to a decision: the expected square of its log return. */
  static double variance(Stock stock) {
    double scale = 13.0 / 12; // mean square of a uniform from 0.5 to 1.5
    double weight = weight(stock);
    return weight * weight * scale * (APPROVED * GAIN * GAIN + (1 - APPROVED) * LOSS * LOSS);
  }

  private static double weight(Stock stock) {
    return Math.max(0.12, Math.min(1.6, Math.sqrt(60e9 / stock.capitalisation())));
  }
}
