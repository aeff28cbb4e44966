package magnus.risk;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import magnus.portfolio.Missing;
import org.jspecify.annotations.Nullable;

/**
 * Tomorrow's value at risk of what a portfolio holds, and how the same method fared on the days
 * before: every day of the look-back is forecast from the days before it and compared with what
 * today's holdings then earned. All losses are positive fractions of {@code covered}.
 *
 * @param covered what the simulation moves, with the cash unless that is negative
 * @param method word of the method in the product's tables
 * @param description what the method does
 * @param levels by confidence in per cent, {@code "95"} and {@code "99"}
 * @param compared other methods on the same days, simplest first
 * @param last the last session; null with too short a history
 * @param series the graded days, the oldest first, at most {@value #MOST_DAYS}
 * @param contributions the underlyings by what they add to the simulated 99 % figures, largest
 *     first
 */
public record VarReport(
    Instant asOf,
    String currency,
    BigDecimal covered,
    String method,
    String description,
    Map<String, Level> levels,
    List<Compared> compared,
    @Nullable LastSession last,
    List<GradedDay> series,
    @Nullable Simulated simulated,
    List<Contribution> contributions,
    List<Missing> missing,
    List<NotComputed> notComputed) {

  /** A year of a chart. */
  public static final int MOST_DAYS = 252;

  /**
   * One confidence.
   *
   * @param valueAtRisk of the next session
   * @param expectedShortfall mean loss beyond it
   * @param record how such forecasts fared; null with too short a history
   */
  public record Level(double valueAtRisk, double expectedShortfall, @Nullable Record record) {}

  /** Another method's forecasts and record, by confidence in per cent. */
  public record Compared(String method, String description, Map<String, Level> levels) {}

  /**
   * Grades of past forecasts. A p-value below 0.05 speaks against the method.
   *
   * @param expected breaches that a right method has on average
   * @param kupiec p-value: as many breaches as there should be?
   * @param christoffersen p-value: that, and independent of each other? null without breaches
   * @param shortfall p-value: losses beyond the value at risk as large as expected? (McNeil, Frey)
   */
  public record Record(
      int days,
      int breaches,
      double expected,
      @Nullable Double kupiec,
      @Nullable Double christoffersen,
      double shortfall) {}

  /**
   * The last session's result against the evening before's forecasts.
   *
   * @param profit fraction, negative for a loss
   */
  public record LastSession(
      LocalDate date, double profit, double valueAtRisk95, double valueAtRisk99, String verdict) {}

  /** One graded day; profit is a fraction, negative for a loss. */
  public record GradedDay(
      LocalDate date, double profit, double valueAtRisk95, double valueAtRisk99) {}

  /**
   * By Monte Carlo at 99 %: multivariate Student t returns, all positions revalued on each path.
   *
   * @param low lower end of the 95 % interval that the number of paths leaves
   */
  public record Simulated(
      int paths,
      double degreesOfFreedom,
      double valueAtRisk,
      double low,
      double high,
      double expectedShortfall) {}

  /**
   * What an underlying adds at 99 %; all of them add up to the simulated figures.
   *
   * @param valueAtRisk negative for a hedge
   * @param marginal change of the value at risk per unit of exposure; null without exposure
   */
  public record Contribution(
      String symbol, double valueAtRisk, double expectedShortfall, @Nullable Double marginal) {}
}
