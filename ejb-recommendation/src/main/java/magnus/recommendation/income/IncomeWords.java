package magnus.recommendation.income;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Locale;
import magnus.market.OptionChain.Right;

/** How contracts and amounts are written on cards. */
final class IncomeWords {

  private IncomeWords() {}

  static String contract(String symbol, LocalDate expiry, double strike, Right right) {
    return symbol
        + " "
        + strike(strike)
        + " "
        + right.name().toLowerCase(Locale.ROOT)
        + " of "
        + expiry;
  }

  static String strike(double amount) {
    return BigDecimal.valueOf(amount)
        .setScale(2, RoundingMode.HALF_EVEN)
        .stripTrailingZeros()
        .toPlainString();
  }

  static BigDecimal money(double amount) {
    return BigDecimal.valueOf(amount).setScale(2, RoundingMode.HALF_EVEN);
  }

  static String dollars(double amount) {
    return String.format(Locale.ROOT, "%,.0f USD", amount);
  }

  static String percent(double fraction) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * fraction);
  }
}
