package magnus.portfolio;

import java.math.BigDecimal;
import magnus.market.Source;
import org.jspecify.annotations.Nullable;

/**
 * A position beside the market.
 *
 * @param name the instrument's name; the symbol where nobody knows it
 * @param averageCost per share (an option's too); null where the basis is unknown
 * @param costBasis null where unknown
 * @param price per share; null where the market has none, and with it all that follows
 * @param value signed: what closing it would bring
 * @param unrealised value − cost basis
 * @param unrealisedPercent of the absolute basis
 * @param dayChange change of value since the previous close
 * @param sector of the instrument, an option's underlying's
 */
public record Holding(
    String symbol,
    String name,
    Kind kind,
    String currency,
    BigDecimal quantity,
    @Nullable BigDecimal averageCost,
    @Nullable BigDecimal costBasis,
    @Nullable BigDecimal price,
    @Nullable Source priceSource,
    @Nullable BigDecimal value,
    @Nullable BigDecimal unrealised,
    @Nullable Double unrealisedPercent,
    @Nullable BigDecimal dayChange,
    String sector,
    @Nullable OptionContract option) {

  /** What it is. */
  public enum Kind {
    STOCK,
    ETF,
    OPTION,
    FUND,
    OTHER
  }
}
