package magnus.portfolio.imports;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Currencies as brokers name them; pence, cents and agorot are turned into their major unit. */
final class Currencies {

  /**
   * A currency and what one of the file's units is worth in it.
   *
   * @param code ISO 4217
   * @param perUnit 1, or 0.01 where the file counts in hundredths
   */
  record Unit(String code, BigDecimal perUnit) {}

  static final String EXPECTED = "a currency of ISO 4217 such as USD";
  static final Unit DOLLAR = new Unit("USD", BigDecimal.ONE);

  private static final Map<String, String> HUNDREDTHS =
      Map.of("GBp", "GBP", "GBX", "GBP", "GBx", "GBP", "ZAc", "ZAR", "ZAC", "ZAR", "ILA", "ILS");

  private Currencies() {}

  static Optional<Unit> find(String text) {
    String hundredth = HUNDREDTHS.get(text);
    if (hundredth != null) {
      return Optional.of(new Unit(hundredth, new BigDecimal("0.01")));
    }
    try {
      String code = Currency.getInstance(text.toUpperCase(Locale.ROOT)).getCurrencyCode();
      return Optional.of(new Unit(code, BigDecimal.ONE));
    } catch (IllegalArgumentException unknown) {
      return Optional.empty();
    }
  }
}
