package magnus.portfolio;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a portfolio was worth at the close of each session, and what was paid in or taken out.
 *
 * @param days ascending; only sessions
 * @param missing what some of the values lack, each symbol once
 * @param carried what some of the values count at an old price, each symbol once
 */
public record DailyValues(
    String currency, List<DailyValue> days, List<Missing> missing, List<Missing> carried) {

  public DailyValues {
    days = List.copyOf(days);
    missing = List.copyOf(missing);
    carried = List.copyOf(carried);
  }

  /** Whatever must be said of the values. */
  public List<Missing> notices() {
    return Stream.concat(missing.stream(), carried.stream()).toList();
  }

  /**
   * One session.
   *
   * @param value cash and priced holdings at the close
   * @param paidIn what came in from outside since the session before less what went out, where that
   *     is positive; for returns it counts from the start of the day
   * @param takenOut the same where it is negative, without its sign; it counts from the end of the
   *     day
   * @param invested net contributions to date: everything paid in less everything taken out
   */
  public record DailyValue(
      LocalDate date,
      BigDecimal value,
      BigDecimal paidIn,
      BigDecimal takenOut,
      BigDecimal invested) {}
}
