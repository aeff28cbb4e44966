package magnus.portfolio;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * All lots of one symbol.
 *
 * @param quantity sum of the lots, negative when short
 * @param costBasis sum of the lots' bases; null where one of them is unknown
 */
public record Position(
    String symbol,
    @Nullable OptionContract option,
    String currency,
    BigDecimal quantity,
    @Nullable BigDecimal costBasis) {

  public int multiplier() {
    return option == null ? 1 : option.multiplier();
  }
}
