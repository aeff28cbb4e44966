package magnus.portfolio.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.UUID;
import magnus.portfolio.Lot;
import magnus.portfolio.OptionContract;
import org.jspecify.annotations.Nullable;

/**
 * An open lot while it is being worked on.
 *
 * @param quantity positive
 * @param money what was paid for it, or received for a written one; null where unknown
 */
record OpenLot(
    UUID id,
    @Nullable OptionContract option,
    @Nullable LocalDate opened,
    BigDecimal quantity,
    @Nullable BigDecimal money) {

  /**
   * Decimals of a part of a basis; what rounding leaves stays with the rest, so nothing is lost.
   */
  private static final int DECIMALS = 10;

  /** The part of that quantity, with its share of the money. */
  OpenLot part(BigDecimal wanted) {
    if (wanted.compareTo(quantity) == 0) {
      return this;
    }
    return new OpenLot(
        id, option, opened, wanted, money == null ? null : share(money, wanted, quantity));
  }

  /** What remains without the part. */
  OpenLot without(OpenLot part) {
    BigDecimal rest = money == null || part.money == null ? null : money.subtract(part.money);
    return new OpenLot(id, option, opened, quantity.subtract(part.quantity), rest);
  }

  OpenLot withQuantity(BigDecimal changed) {
    return new OpenLot(id, option, opened, changed, money);
  }

  OpenLot withMoney(BigDecimal changed) {
    return new OpenLot(id, option, opened, quantity, changed);
  }

  Lot toLot(LotKey key) {
    BigDecimal basis = money == null ? null : key.written() ? money.negate() : money;
    return new Lot(
        id,
        key.symbol(),
        option,
        key.currency(),
        opened,
        key.written() ? quantity.negate() : quantity,
        basis);
  }

  /** {@code whole × part ÷ all}, rounded. */
  static BigDecimal share(BigDecimal whole, BigDecimal part, BigDecimal all) {
    if (part.compareTo(all) == 0) {
      return whole;
    }
    BigDecimal share =
        whole
            .multiply(part)
            .divide(all, Math.max(DECIMALS, whole.scale()), RoundingMode.HALF_EVEN)
            .stripTrailingZeros();
    return share.scale() < 0 ? share.setScale(0) : share;
  }
}
