package magnus.market.simulated;

import java.time.LocalDate;
import magnus.basics.time.TradingCalendar;
import magnus.market.CorporateAction;
import magnus.market.simulated.Events.Action;
import org.jspecify.annotations.Nullable;

/** Splits of a stock that grew too dear, and reverse splits of one that fell too low. */
final class SplitSchedule {

  private static final int NOTICE_DAYS = 12;
  private static final double TOO_LOW = 3;
  private static final double REVERSE = 0.1;
  private static final double[] RATIOS = {20, 15, 10, 5, 4, 3, 2};

  private final double above;
  private @Nullable Action next;

  SplitSchedule(double above) {
    this.above = above;
  }

  boolean isPending() {
    return next != null;
  }

  /** Decided on the first session of a month by the evening's price; null on most days. */
  @Nullable Action announcedOn(int day, boolean firstOfMonth, double price) {
    if (!firstOfMonth || next != null) {
      return null;
    }
    double ratio = price > above ? ratio(price) : price < TOO_LOW ? REVERSE : 1;
    if (ratio != 1) {
      int exDay =
          (int)
              TradingCalendar.newYork()
                  .sessionOnOrAfter(LocalDate.ofEpochDay(day + NOTICE_DAYS))
                  .date()
                  .toEpochDay();
      next = new Action(day, exDay, CorporateAction.Kind.SPLIT, ratio);
    }
    return next;
  }

  /** New shares per old on this morning; 1 on most days. */
  double effectiveOn(int day) {
    if (next == null || day < next.exDay()) {
      return 1;
    }
    double ratio = next.amount();
    next = null;
    return ratio;
  }

  /** The largest that leaves at least a hundred dollars. */
  private static double ratio(double price) {
    for (double ratio : RATIOS) {
      if (price / ratio >= 100) {
        return ratio;
      }
    }
    return 2;
  }
}
