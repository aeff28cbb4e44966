package magnus.alerts.rule;

import java.util.List;
import magnus.portfolio.DailyValues.DailyValue;

/** How far a value is below its highest, payments in and out aside. */
public final class Drawdowns {

  private Drawdowns() {}

  /**
   * The fraction of the highest level that is lost at the last day, 0 where there are no days.
   * Payments count as in time-weighted returns: in at the start of their day, out at its end.
   */
  public static double current(List<DailyValue> days) {
    double level = 1;
    double peak = 1;
    double before = 0;
    for (DailyValue day : days) {
      double start = before + day.paidIn().doubleValue();
      double end = day.value().doubleValue() + day.takenOut().doubleValue();
      if (start > 0 && end > 0) {
        level *= end / start;
        peak = Math.max(peak, level);
      }
      before = day.value().doubleValue();
    }
    return 1 - level / peak;
  }
}
