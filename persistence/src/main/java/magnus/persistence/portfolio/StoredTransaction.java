package magnus.persistence.portfolio;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A transaction as it is stored. Quantities and amounts keep 10 decimals.
 *
 * @param number its place in the portfolio's history, which orders those of one day; ignored when
 *     it is added
 * @param kind the transaction type's name
 * @param chosenLots lots chosen by the seller, as {@code id:quantity} separated by commas
 */
public record StoredTransaction(
    UUID id,
    @Nullable UUID importId,
    long number,
    LocalDate date,
    @Nullable LocalDate settlement,
    String kind,
    @Nullable String symbol,
    @Nullable StoredOption option,
    BigDecimal quantity,
    @Nullable BigDecimal price,
    BigDecimal fees,
    BigDecimal amount,
    String currency,
    @Nullable BigDecimal ratio,
    @Nullable String chosenLots,
    String note,
    int line,
    @Nullable String fingerprint) {

  /**
   * An option's terms.
   *
   * @param right CALL or PUT
   */
  public record StoredOption(
      String underlying, LocalDate expiry, BigDecimal strike, String right, int multiplier) {}
}
