package magnus.risk;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import magnus.portfolio.Missing;
import org.jspecify.annotations.Nullable;

/**
 * Risk of what a portfolio holds, from a historical simulation of today's holdings over the last
 * sessions ({@link magnus.risk.scenario.HistoricalSimulation}). A figure that cannot be computed is
 * null and its reason stands in {@code notComputed}; {@code missing} names the holdings that do not
 * count.
 *
 * @param value cash and all priced holdings
 * @param covered what the simulation moves, with the cash unless that is negative: what its
 *     fractions refer to
 * @param days daily returns in the simulation
 * @param from close from which the first return counts; null without returns
 * @param volatility per year, fraction
 * @param beta to {@code benchmark}
 * @param sharpe per year
 * @param sortino per year
 * @param var tails by confidence in per cent, {@code "95"} and {@code "99"}
 * @param riskFreeRate per year, fraction
 * @param contributions the underlyings by their share of the variance, largest first; at most
 *     {@value #MOST_CONTRIBUTIONS}, then one {@code "others"}: the shares add up to 1
 */
public record RiskMetrics(
    Instant asOf,
    String currency,
    BigDecimal value,
    BigDecimal covered,
    int days,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    @Nullable Double volatility,
    @Nullable Double beta,
    String benchmark,
    @Nullable Double sharpe,
    @Nullable Double sortino,
    @Nullable MaximumDrawdown maximumDrawdown,
    Map<String, Tail> var,
    double riskFreeRate,
    @Nullable ConcentrationFigures concentration,
    List<Contribution> contributions,
    List<Missing> missing,
    List<NotComputed> notComputed) {

  /** More would be a list, not a summary. */
  public static final int MOST_CONTRIBUTIONS = 20;

  /**
   * The deepest fall of the simulated wealth.
   *
   * @param depth share of the peak that was lost
   * @param recovery first close back at the peak; null when not yet
   */
  public record MaximumDrawdown(
      double depth, LocalDate peak, LocalDate trough, @Nullable LocalDate recovery) {}

  /**
   * One-day losses as positive fractions of the covered value.
   *
   * @param historical value at risk: every past session as likely as any other
   * @param expectedShortfall mean loss beyond it
   * @param filtered value at risk at today's volatility ({@link
   *     magnus.risk.var.VarMethod#shipped}); null with too short a history
   * @param filteredShortfall mean loss beyond that; null likewise
   */
  public record Tail(
      double historical,
      double expectedShortfall,
      @Nullable Double filtered,
      @Nullable Double filteredShortfall) {}

  /**
   * Exposures without cash, options by their delta equivalent.
   *
   * @param herfindahl 0 to 1
   * @param effectiveHoldings 1 / herfindahl
   */
  public record ConcentrationFigures(
      double herfindahl, Largest largest, double effectiveHoldings) {}

  /**
   * The heaviest name.
   *
   * @param weight fraction of the sum of absolute exposures
   */
  public record Largest(String symbol, double weight) {}

  /**
   * What one underlying adds to the portfolio's variance.
   *
   * @param exposure delta-equivalent money
   * @param share of the variance; negative for a hedge
   */
  public record Contribution(String symbol, BigDecimal exposure, double share) {}
}
