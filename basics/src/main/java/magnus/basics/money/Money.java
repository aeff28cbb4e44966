package magnus.basics.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Currency;
import java.util.Locale;

/**
 * An exact amount in one currency. Equal amounts are equal whatever their notation: the scale is
 * the smallest that loses nothing, but at least the currency's own (1.5 USD and 1.500 USD are both
 * 1.50). Not for prices per unit or model values, which have no cents of their own.
 *
 * @param amount signed; never rounded here
 * @param currency ISO 4217 code ("USD")
 */
public record Money(BigDecimal amount, String currency) {

  public Money {
    int digits = Math.max(0, code(currency).getDefaultFractionDigits());
    BigDecimal bare = amount.stripTrailingZeros();
    amount = bare.setScale(Math.max(digits, bare.scale()));
  }

  /** That amount, written as in {@code "12.34"}. */
  public static Money of(String amount, String currency) {
    return new Money(new BigDecimal(amount), currency);
  }

  public static Money zero(String currency) {
    return new Money(BigDecimal.ZERO, currency);
  }

  /** Whether the text is the code of a currency in ISO 4217, in upper case. */
  public static boolean isCurrency(String text) {
    try {
      code(text);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /**
   * The sum.
   *
   * @throws IllegalArgumentException when the currencies differ: nothing is converted here
   */
  public Money plus(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException("cannot add " + other + " to " + this);
    }
    return new Money(amount.add(other.amount), currency);
  }

  public Money negated() {
    return new Money(amount.negate(), currency);
  }

  /** For sentences: thousands apart and rounded to the currency's own digits, "515,333.49 USD". */
  public String inWords() {
    DecimalFormat format =
        new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
    int digits = Math.max(0, code(currency).getDefaultFractionDigits());
    format.setMinimumFractionDigits(digits);
    format.setMaximumFractionDigits(digits);
    format.setRoundingMode(RoundingMode.HALF_EVEN);
    return format.format(amount) + " " + currency;
  }

  @Override
  public String toString() {
    return amount.toPlainString() + " " + currency;
  }

  private static Currency code(String text) {
    try {
      return Currency.getInstance(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "'" + text + "' is not an ISO 4217 currency such as USD", e);
    }
  }
}
