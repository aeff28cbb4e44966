package magnus.risk;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import magnus.portfolio.Missing;
import org.jspecify.annotations.Nullable;

/**
 * What a portfolio earned beside its benchmark.
 *
 * @param timeWeighted since {@code from}, fraction
 * @param timeWeightedAnnual per year
 * @param moneyWeighted internal rate of return per year
 * @param dividends dividends and interest in the period
 * @param best the holding with the largest unrealised gain in per cent; null without a known basis
 * @param worst the one with the smallest
 * @param series at most {@value #MOST_POINTS} points, evenly spread, first and last included; empty
 *     where the portfolio's returns are not defined
 */
public record PerformanceReport(
    Instant asOf,
    String currency,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    @Nullable Double timeWeighted,
    @Nullable Double timeWeightedAnnual,
    @Nullable Double moneyWeighted,
    BigDecimal unrealised,
    BigDecimal realised,
    BigDecimal dividends,
    @Nullable HoldingGain best,
    @Nullable HoldingGain worst,
    @Nullable BenchmarkReturn benchmark,
    List<Point> series,
    List<Missing> missing,
    List<NotComputed> notComputed) {

  /** Enough for a chart. */
  public static final int MOST_POINTS = 400;

  /**
   * @param unrealisedPercent of the cost basis
   */
  public record HoldingGain(String symbol, BigDecimal unrealised, double unrealisedPercent) {}

  /**
   * @param timeWeighted total return of the benchmark over the same period, fraction
   */
  public record BenchmarkReturn(String symbol, double timeWeighted) {}

  /**
   * Growth of one unit of money since the start.
   *
   * @param benchmark null where the benchmark has no price
   */
  public record Point(LocalDate date, double portfolio, @Nullable Double benchmark) {}
}
