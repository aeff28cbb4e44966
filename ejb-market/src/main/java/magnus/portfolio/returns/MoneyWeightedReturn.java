package magnus.portfolio.returns;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import magnus.basics.result.FailureReason;
import magnus.basics.result.Result;

/**
 * Internal rate of return of dated flows per year of 365 days, as spreadsheets' XIRR: the rate r at
 * which {@code Σ cᵢ (1 + r)^(−tᵢ/365) = 0}. All sign changes of that sum over the rates from −100 %
 * to e⁴⁰ are looked for on a grid in {@code ln(1 + r)}, then narrowed by bisection; that none or
 * several exist is said, never guessed away.
 */
public final class MoneyWeightedReturn {

  /**
   * A dated flow from the investor's side.
   *
   * @param amount negative when paid in, positive when taken out or still there at the end
   */
  public record Flow(LocalDate date, double amount) {}

  private static final double DAYS_PER_YEAR = 365;
  private static final double LARGEST_LOG = 40;
  private static final double STEP = 0.02;

  private MoneyWeightedReturn() {}

  /** The rate per year, as a fraction. */
  public static Result<Double> of(List<Flow> flows) {
    if (flows.stream().noneMatch(f -> f.amount() < 0)
        || flows.stream().noneMatch(f -> f.amount() > 0)) {
      return Result.failure(
          FailureReason.NOT_COMPUTABLE,
          "Money only went one way, so there is no internal rate of return.");
    }
    LocalDate first = flows.stream().map(Flow::date).min(LocalDate::compareTo).orElseThrow();
    double[] years = new double[flows.size()];
    double[] amounts = new double[flows.size()];
    double last = 0;
    for (int i = 0; i < years.length; i++) {
      years[i] = ChronoUnit.DAYS.between(first, flows.get(i).date()) / DAYS_PER_YEAR;
      amounts[i] = flows.get(i).amount();
      last = Math.max(last, years[i]);
    }
    if (last == 0) {
      return Result.failure(FailureReason.NOT_ENOUGH_DATA, "All flows are on one day.");
    }
    List<Double> roots = roots(years, amounts);
    if (roots.isEmpty()) {
      return Result.failure(FailureReason.NOT_COMPUTABLE, "No rate brings the flows to zero.");
    }
    if (roots.size() > 1) {
      return Result.failure(
          FailureReason.NOT_COMPUTABLE,
          "Several rates bring the flows to zero: " + percents(roots) + ".");
    }
    return Result.success(Math.expm1(roots.get(0)));
  }

  private static String percents(List<Double> logs) {
    return String.join(
        ", ",
        logs.stream()
            .map(x -> String.format(Locale.ROOT, "%.4f %%", 100 * Math.expm1(x)))
            .toList());
  }

  private static List<Double> roots(double[] years, double[] amounts) {
    List<Double> roots = new ArrayList<>();
    int steps = (int) Math.round(2 * LARGEST_LOG / STEP);
    double lowX = -LARGEST_LOG;
    double low = scaled(lowX, years, amounts);
    for (int i = 1; i <= steps; i++) {
      double highX = -LARGEST_LOG + i * STEP;
      double high = scaled(highX, years, amounts);
      if (high == 0) {
        roots.add(highX);
      } else if (low * high < 0) {
        roots.add(bisected(lowX, highX, low, years, amounts));
      }
      lowX = highX;
      low = high;
    }
    return roots;
  }

  private static double bisected(
      double from, double to, double atFrom, double[] years, double[] amounts) {
    double low = from;
    double high = to;
    while (true) {
      double middle = (low + high) / 2;
      if (middle <= low || middle >= high) {
        return middle;
      }
      double at = scaled(middle, years, amounts);
      if (at == 0) {
        return middle;
      }
      if (at * atFrom > 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
  }

  /** The present value times a positive factor that keeps it finite: only its sign counts. */
  private static double scaled(double log, double[] years, double[] amounts) {
    double largest = Double.NEGATIVE_INFINITY;
    for (double year : years) {
      largest = Math.max(largest, -log * year);
    }
    double sum = 0;
    for (int i = 0; i < years.length; i++) {
      sum += amounts[i] * Math.exp(-log * years[i] - largest);
    }
    return sum;
  }
}
