package magnus.market.imported;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Stored prices as decimals: the figure of the file, with two decimals at least. */
final class Prices {

  private static final int MOST_DECIMALS = 6;

  private Prices() {}

  static BigDecimal decimal(double price) {
    BigDecimal decimal = BigDecimal.valueOf(price);
    if (decimal.scale() > MOST_DECIMALS) {
      decimal = decimal.setScale(MOST_DECIMALS, RoundingMode.HALF_EVEN).stripTrailingZeros();
    }
    return decimal.scale() < 2 ? decimal.setScale(2, RoundingMode.UNNECESSARY) : decimal;
  }

  /** 0 where there is none. */
  static BigDecimal decimalOrZero(double price) {
    return Double.isNaN(price) ? decimal(0) : decimal(price);
  }
}
