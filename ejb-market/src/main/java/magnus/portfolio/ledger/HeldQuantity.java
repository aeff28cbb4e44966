package magnus.portfolio.ledger;

import java.math.BigDecimal;
import magnus.portfolio.OptionContract;
import org.jspecify.annotations.Nullable;

/**
 * How much of something is held, without its lots.
 *
 * @param quantity negative when short
 */
public record HeldQuantity(
    String symbol, @Nullable OptionContract option, String currency, BigDecimal quantity) {

  /** Shares that it stands for: an option's contracts times its multiplier. */
  public BigDecimal units() {
    return option == null ? quantity : quantity.multiply(BigDecimal.valueOf(option.multiplier()));
  }
}
