package magnus.portfolio.tax;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What has one basis and one holding period within a lot, while the history is being walked.
 *
 * @param used whether its purchase has washed a loss already, which it does once (26 CFR 1.1091-1
 *     (e))
 */
record LotPart(
    BigDecimal quantity,
    @Nullable BigDecimal money,
    BigDecimal added,
    @Nullable LocalDate heldSince,
    boolean used) {

  /** Decimals of a share of money; what rounding leaves stays with the rest. */
  private static final int DECIMALS = 10;

  static LotPart whole(TaxLot lot) {
    return new LotPart(lot.quantity(), lot.money(), BigDecimal.ZERO, lot.opened(), false);
  }

  LotPart of(BigDecimal wanted) {
    return new LotPart(
        wanted,
        money == null ? null : share(money, wanted, quantity),
        share(added, wanted, quantity),
        heldSince,
        used);
  }

  LotPart without(LotPart part) {
    return new LotPart(
        quantity.subtract(part.quantity),
        money == null || part.money == null ? null : money.subtract(part.money),
        added.subtract(part.added),
        heldSince,
        used);
  }

  /** The part after it has washed a loss. */
  LotPart washing(BigDecimal raise, BigDecimal loss, @Nullable LocalDate since) {
    return new LotPart(
        quantity, money == null ? null : money.add(raise), added.add(loss), since, true);
  }

  /** {@code whole × part ÷ all}. */
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
