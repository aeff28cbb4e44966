package magnus.portfolio.returns;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import magnus.basics.result.FailureReason;
import magnus.basics.result.Result;
import magnus.portfolio.DailyValues.DailyValue;

/**
 * Daily linked return: with value V, what was paid in P and taken out T, {@code 1 + r = (V + T) /
 * (V' + P)}, where V' is the value at the close before. So inflows count from the start of their
 * day and outflows to its end.
 */
public final class TimeWeightedReturn {

  private static final double DAYS_PER_YEAR = 365.25;
  private static final int DAYS_TO_ANNUALISE = 365;

  private TimeWeightedReturn() {}

  /**
   * Product of the daily returns − 1 as a fraction; days on which nothing was there count as no
   * return.
   */
  public static Result<Double> of(double startValue, List<DailyValue> days) {
    double growth = 1;
    double before = startValue;
    boolean any = false;
    for (DailyValue day : days) {
      double base = before + day.paidIn().doubleValue();
      double end = day.value().doubleValue() + day.takenOut().doubleValue();
      before = day.value().doubleValue();
      if (base > 0 && end >= 0) {
        growth *= end / base;
        any = true;
      } else if (base != 0 || end != 0) {
        return Result.failure(
            FailureReason.NOT_COMPUTABLE,
            "On "
                + day.date()
                + " the value before or after the day was not positive, so no return can be linked.");
      }
    }
    return any
        ? Result.success(growth - 1)
        : Result.failure(
            FailureReason.NOT_ENOUGH_DATA, "There is no day on which anything was invested.");
  }

  /**
   * The same per year; refused for less than a year, which the GIPS standards do not allow to
   * annualise.
   */
  public static Result<Double> annual(Result<Double> total, LocalDate from, LocalDate to) {
    long days = ChronoUnit.DAYS.between(from, to);
    if (days < DAYS_TO_ANNUALISE) {
      return Result.failure(
          FailureReason.NOT_ENOUGH_DATA,
          days + " days are less than a year and are not annualised.");
    }
    return total.map(r -> Math.pow(1 + r, DAYS_PER_YEAR / days) - 1);
  }
}
