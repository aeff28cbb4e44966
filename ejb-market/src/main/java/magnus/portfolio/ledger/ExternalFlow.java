package magnus.portfolio.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import magnus.portfolio.OptionContract;
import org.jspecify.annotations.Nullable;

/**
 * Cash or shares that cross the portfolio's border.
 *
 * @param cash signed, positive inwards
 * @param symbol of shares that cross; null for cash
 * @param quantity of shares, positive inwards
 * @param basis what they cost; null where unknown or for cash
 */
public record ExternalFlow(
    LocalDate date,
    String currency,
    BigDecimal cash,
    @Nullable String symbol,
    @Nullable OptionContract option,
    BigDecimal quantity,
    @Nullable BigDecimal basis) {

  static ExternalFlow cash(LocalDate date, String currency, BigDecimal amount) {
    return new ExternalFlow(date, currency, amount, null, null, BigDecimal.ZERO, null);
  }
}
