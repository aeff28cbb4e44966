package magnus.portfolio;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is left of one purchase or one short sale.
 *
 * @param id the transaction that opened it; for a position older than the history, an id made from
 *     the symbol
 * @param opened day of acquisition; null where it is older than the history
 * @param quantity shares or contracts now, negative when short, after splits
 * @param costBasis what was paid, fees included; for a short lot the negative of what was received;
 *     null where unknown
 */
public record Lot(
    UUID id,
    String symbol,
    @Nullable OptionContract option,
    String currency,
    @Nullable LocalDate opened,
    BigDecimal quantity,
    @Nullable BigDecimal costBasis) {

  /** Whether its cost is not in the history. */
  public boolean basisUnknown() {
    return costBasis == null;
  }
}
