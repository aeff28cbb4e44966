package magnus.risk;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an investor wants of target weights.
 *
 * @param symbols that may be bought beside what is held
 * @param sessions look-back in trading days, 100 to 2520
 * @param mostWeight of one holding, 0 to 1
 * @param sectors limits by sector; others are free
 * @param kept symbols of which nothing is sold
 * @param mostTurnover of what is invested, as the sum of absolute changes of weight, 0 to 2
 * @param cost of a dollar bought or sold
 * @param aversion λ of mean − λ/2 · variance, per year, above 0
 * @param views of {@link OptimisationMethod#BLACK_LITTERMAN}
 */
public record OptimisationWish(
    OptimisationMethod method,
    Set<String> symbols,
    int sessions,
    double mostWeight,
    Map<String, Limits> sectors,
    Set<String> kept,
    double mostTurnover,
    double cost,
    double aversion,
    List<View> views) {

  /** Shares of what is invested, 0 to 1. */
  public record Limits(double least, double most) {}

  /**
   * "This symbol will return so much", or so much more than another.
   *
   * @param over the other; null for a view of the symbol alone
   * @param annualReturn as a fraction
   * @param confidence above 0, below 1
   */
  public record View(
      String symbol, @Nullable String over, double annualReturn, double confidence) {}

  public OptimisationWish {
    symbols = Set.copyOf(symbols);
    sectors = Map.copyOf(sectors);
    kept = Set.copyOf(kept);
    views = List.copyOf(views);
  }
}
