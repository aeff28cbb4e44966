package magnus.backtests;

import java.time.LocalDate;
import java.util.List;
import magnus.market.Source;
import magnus.portfolio.Missing;
import org.jspecify.annotations.Nullable;

/**
 * What a strategy made of past prices, beside buying the same and holding it, and how much of the
 * difference may be luck.
 *
 * @param from close from which all series count, the same for all variants
 * @param sources where prices come from, by symbol in their order
 * @param pricing how options were priced; empty for strategies without
 * @param strategy as it was asked for
 * @param hold the same money in the same weights, bought once and left alone
 * @param chosen at each year's end the variant that had fared best until then, in the year after
 * @param variants all that were tried, the asked-for one first: as many trials as the deflated
 *     Sharpe ratio allows for
 * @param atIndex the strategy with options priced at VIX, which is dearer than the calls that are
 *     sold; null where that is not known for the symbol
 * @param series wealth at month ends, beginning with 1
 * @param sentences the findings in words
 */
public record BacktestReport(
    String kind,
    List<String> symbols,
    List<Source> sources,
    LocalDate from,
    LocalDate to,
    int sessions,
    double costRate,
    String pricing,
    Figures strategy,
    Figures hold,
    Figures chosen,
    Significance significance,
    List<Figures> variants,
    @Nullable Figures atIndex,
    List<Point> series,
    List<String> sentences,
    List<Missing> missing) {

  /**
   * Figures of one series.
   *
   * @param growth total, as a fraction
   * @param yearly growth per year
   * @param volatility per year
   * @param sharpe per year, above cash
   * @param drawdown the deepest fall, as a positive fraction
   * @param costs paid, as a fraction of the beginning
   * @param turnover bought and sold per year, as a share of the wealth
   */
  public record Figures(
      String name,
      double growth,
      double yearly,
      double volatility,
      double sharpe,
      double drawdown,
      double costs,
      double turnover,
      int trades) {}

  /**
   * Of the asked-for strategy against holding.
   *
   * @param difference of yearly logarithmic growth
   * @param low lower end of its 95 % interval, by the stationary bootstrap
   * @param high upper end
   * @param chance two-sided probability of such a difference by luck
   * @param sharpeDifference of yearly Sharpe ratios
   * @param sharpeChance likewise
   * @param trials variants that were tried
   * @param luckySharpe the best yearly one that so many worthless variants would show
   * @param deflatedSharpe probability that the true one is above that
   * @param walkedChance as {@code chance}, of the yearly chosen variant
   */
  public record Significance(
      double difference,
      double low,
      double high,
      double chance,
      double sharpeDifference,
      double sharpeChance,
      int trials,
      double luckySharpe,
      double deflatedSharpe,
      double walkedDifference,
      double walkedChance,
      boolean distinguishable) {}

  /** One month's end. */
  public record Point(LocalDate date, double strategy, double hold, double chosen) {}
}
