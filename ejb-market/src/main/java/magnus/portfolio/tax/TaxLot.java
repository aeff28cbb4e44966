package magnus.portfolio.tax;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import magnus.portfolio.OptionContract;
import org.jspecify.annotations.Nullable;

/**
 * What one transaction opened, whole, whether it is still open or not.
 *
 * @param symbol the ticker of shares, the OCC symbol of an option
 * @param opened trade date (settlement does not count: Rev. Rul. 93-84 for the end of the year,
 *     Publication 550 for holding periods); null where it is older than the history
 * @param quantity positive, shares or contracts, all at the count of today (after splits)
 * @param money what was paid, or received where it was sold short or written; fees inside; null
 *     where unknown
 */
public record TaxLot(
    UUID id,
    UUID account,
    String symbol,
    @Nullable OptionContract option,
    Origin origin,
    @Nullable LocalDate opened,
    BigDecimal quantity,
    @Nullable BigDecimal money) {

  /** How it came about. */
  public enum Origin {
    /** Bought: by a trade, by a reinvested dividend, by an assigned put or an exercised call. */
    BOUGHT,
    /** Come in without a purchase: a transfer, a gift, what was held before the history begins. */
    RECEIVED,
    /** Shares sold that were borrowed. */
    SOLD_SHORT,
    /** Option contracts written. */
    WRITTEN,
    /**
     * Puts written so deep in the money that their exercise was as good as sure: a contract to
     * acquire the shares (Rev. Rul. 85-87).
     */
    WRITTEN_DEEP_IN_THE_MONEY;

    boolean isHeld() {
      return this == BOUGHT || this == RECEIVED;
    }
  }

  public TaxLot {
    if (quantity.signum() <= 0) {
      throw new IllegalArgumentException("quantity " + quantity + " of lot " + id + " is not > 0");
    }
  }

  /** The ticker of the shares behind it. */
  public String underlying() {
    return option == null ? symbol : option.underlying();
  }

  /** Shares per unit of quantity. */
  BigDecimal shares() {
    return option == null ? BigDecimal.ONE : BigDecimal.valueOf(option.multiplier());
  }
}
