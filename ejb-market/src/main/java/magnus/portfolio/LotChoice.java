package magnus.portfolio;

import java.math.BigDecimal;
import java.util.UUID;

/**
 * A seller's choice of a lot.
 *
 * @param lot the lot's id, which is the id of the transaction that opened it
 * @param quantity how much of it, positive
 */
public record LotChoice(UUID lot, BigDecimal quantity) {

  public LotChoice {
    if (quantity.signum() <= 0) {
      throw new IllegalArgumentException(
          "quantity " + quantity + " of lot " + lot + " is not positive");
    }
  }
}
