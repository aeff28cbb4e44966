package magnus.options;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import magnus.market.Source;
import org.jspecify.annotations.Nullable;

/**
 * What the options of one underlying say.
 *
 * @param realised volatility of the last sixty sessions; null where there are too few
 * @param volatility30 implied at the money for thirty days; null without a surface
 * @param rank of that within its weekly closes of the last year; null where these are not known
 * @param surface null where no expiry has enough quotes
 * @param opportunities the best sales, the best first
 * @param strategies set up at the quotes of the expiry nearest to 45 days
 */
public record OptionAnalysis(
    String symbol,
    double spot,
    Instant asOf,
    Source source,
    @Nullable Double realised,
    @Nullable Double volatility30,
    @Nullable VolatilityRank rank,
    @Nullable Surface surface,
    List<Opportunity> opportunities,
    List<StrategyFigures> strategies) {

  /**
   * The fitted surface and how well it fits.
   *
   * @param rootMeanSquare of the misses in volatility (0.01 is a point)
   * @param insideQuotes share of quotes whose bid and ask the fit lies between
   * @param leastDensity below 0 a butterfly would be free
   * @param leastStep of variance between expiries; below 0 a calendar would be free
   */
  public record Surface(
      int quotes,
      double rootMeanSquare,
      double insideQuotes,
      double leastDensity,
      double leastStep,
      boolean freeOfArbitrage,
      List<Smile> smiles) {}

  /**
   * One expiry: SVI's five parameters and what they mean.
   *
   * @param atTheMoney volatility per year at the forward
   * @param expectedMove one standard deviation until expiry, over the spot
   */
  public record Smile(
      double years,
      double forward,
      double atTheMoney,
      double expectedMove,
      double a,
      double b,
      double rho,
      double m,
      double sigma) {}

  /**
   * A strategy for one unit of a hundred shares; amounts in dollars.
   *
   * @param cost paid; below 0 a credit
   * @param mostProfit null where it has no bound
   * @param mostLoss null where it has no bound
   * @param margin tied up beside the cost, by the Cboe's rules
   * @param horizon the day on which its first option expires
   * @param payoff what it makes then, by price ascending, within three deviations of the spot
   */
  public record StrategyFigures(
      String name,
      List<String> legs,
      double cost,
      @Nullable Double mostProfit,
      @Nullable Double mostLoss,
      List<Double> breakEvens,
      double profitChance,
      double margin,
      LocalDate horizon,
      List<Payoff> payoff) {}

  /**
   * One point of a payoff.
   *
   * @param price of the underlying
   * @param profit in dollars for one unit
   */
  public record Payoff(double price, double profit) {}
}
