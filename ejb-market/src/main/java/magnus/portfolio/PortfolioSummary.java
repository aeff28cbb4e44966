package magnus.portfolio;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A portfolio and what it is worth.
 *
 * @param value cash and holdings that have a price, in the portfolio's currency
 * @param cash in the portfolio's currency
 * @param dayChange change of the holdings' value since the previous close
 * @param dayChangePercent the same in percent of the value then; null where that was not positive
 * @param missing what the value lacks
 */
public record PortfolioSummary(
    Portfolio portfolio,
    BigDecimal value,
    BigDecimal cash,
    BigDecimal dayChange,
    @Nullable Double dayChangePercent,
    Instant asOf,
    List<Missing> missing) {

  public PortfolioSummary {
    missing = List.copyOf(missing);
  }
}
