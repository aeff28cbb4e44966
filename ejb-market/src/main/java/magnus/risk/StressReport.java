package magnus.risk;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import magnus.portfolio.Missing;
import org.jspecify.annotations.Nullable;

/**
 * What a portfolio would lose in crises of the past, in invented ones, and in the likeliest ones
 * that cost a given part. Options are revalued in full; implied volatility stands still unless a
 * scenario says otherwise. Gains are money of the portfolio's currency, negative for a loss;
 * fractions refer to {@code covered}.
 *
 * @param benchmark whose moves the scenarios tell; each underlying moves by its beta times that
 * @param reverse what loses so much, by ascending loss; a loss that no joint move reaches is absent
 *     and named in {@code notComputed}
 * @param maximumLoss the worst of all scenarios, as a positive fraction
 */
public record StressReport(
    Instant asOf,
    String currency,
    BigDecimal covered,
    String benchmark,
    List<Scenario> scenarios,
    List<Reverse> reverse,
    double maximumLoss,
    List<Missing> missing,
    List<NotComputed> notComputed) {

  /**
   * One scenario.
   *
   * @param kind HISTORICAL or HYPOTHETICAL
   * @param market move of the benchmark, fraction
   * @param volatility added to every implied volatility, 0.1 is ten points
   * @param source where the move comes from
   * @param worst the underlying that loses most; null when none loses
   */
  public record Scenario(
      String name,
      String kind,
      double market,
      double volatility,
      BigDecimal gain,
      double fraction,
      String source,
      @Nullable String worst) {}

  /**
   * The likeliest joint move, under the covariances of the last year, that loses so much.
   *
   * @param asked the loss that was looked for, a positive fraction
   * @param loss what the moves lose, a positive fraction
   * @param distance from no move, in standard deviations of one day (Mahalanobis)
   * @param years how long, at that volatility, until moves of this size are one standard deviation
   * @param moves of the underlyings, the largest loss first
   */
  public record Reverse(
      double asked, double loss, double distance, double years, List<Move> moves) {}

  /** Return of one underlying and what the portfolio gains by it. */
  public record Move(String symbol, double move, BigDecimal gain) {}
}
