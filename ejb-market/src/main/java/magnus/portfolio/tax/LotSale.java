package magnus.portfolio.tax;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The end of (a part of) a lot by one transaction.
 *
 * @param closing the transaction; a lot that several closings end has one of these for each
 * @param quantity positive, at the count of today (after splits)
 * @param money what came in, or what closing a short or written lot cost; fees inside; null where
 *     unknown
 */
public record LotSale(
    UUID closing, UUID lot, LocalDate closed, BigDecimal quantity, @Nullable BigDecimal money) {

  public LotSale {
    if (quantity.signum() <= 0) {
      throw new IllegalArgumentException(
          "quantity " + quantity + " of closing " + closing + " is not > 0");
    }
  }
}
