package magnus.risk;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Target weights, and what they would change.
 *
 * @param invested what the weights are shares of: stocks and funds that have a price and a history
 * @param from first session that counts
 * @param sessions how many count
 * @param shrinkage of the covariance, 0 (the sample's own) to 1
 * @param items by symbol
 * @param volatility per year, as a fraction
 * @param expected per year by the method's own view of returns; absent where it has none
 * @param turnover sum of absolute changes of weight
 * @param costs of getting there
 * @param lookedBack what such weights would have made of the last year; absent where the history is
 *     too short
 * @param missing what is held and not weighed, with the reason
 */
public record OptimisedPortfolio(
    OptimisationMethod method,
    Instant asOf,
    String currency,
    BigDecimal invested,
    LocalDate from,
    LocalDate to,
    int sessions,
    double shrinkage,
    List<Item> items,
    Pair volatility,
    @Nullable Pair expected,
    double turnover,
    BigDecimal costs,
    @Nullable LookedBack lookedBack,
    Map<String, String> missing) {

  /** A figure of today's weights and of the target's. */
  public record Pair(double now, double then) {}

  /**
   * @param weight of what is invested
   * @param riskShare of the variance; all of them add up to 1
   * @param trade to buy, or to sell where negative, in money
   * @param shares the same in shares, whole ones towards 0; absent without a price
   */
  public record Item(
      String symbol,
      String sector,
      Pair weight,
      Pair riskShare,
      BigDecimal trade,
      @Nullable BigDecimal shares) {}

  /**
   * Volatility per year over the last sessions of weights found from the sessions before them.
   *
   * @param target of the method's weights, without limits of trading
   * @param now of today's weights
   * @param equal of equal ones
   */
  public record LookedBack(int sessions, double target, double now, double equal) {}
}
