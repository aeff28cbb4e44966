package magnus.portfolio.imports;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads a figure as brokers write it: {@code $1,234.56}, {@code -$50}, {@code (50.00)}, {@code
 * 50-}, {@code 1.234,56}, {@code 1e-05}. Figures of {@value #MOST_DIGITS} digits before the point
 * or more, or with more than {@value #MOST_DECIMALS} after it, are no figures of an account.
 */
final class Figures {

  private static final int MOST_DIGITS = 15;
  private static final int MOST_DECIMALS = 30;

  private static final Pattern PLAIN = Pattern.compile("\\d{1,20}(\\.\\d{0,30})?|\\.\\d{1,30}");
  private static final Pattern SCIENTIFIC =
      Pattern.compile("\\d{1,20}(\\.\\d{0,30})?[eE][+-]?\\d{1,2}");
  private static final Pattern GROUPED = Pattern.compile("\\d{1,3}(,\\d{3})+(\\.\\d{0,30})?");
  private static final Pattern GROUPED_BY_POINTS =
      Pattern.compile("\\d{1,3}(\\.\\d{3})+(,\\d{0,30})?");
  private static final Pattern COMMA_DECIMAL = Pattern.compile("\\d{0,20},\\d{1,30}");
  private static final Pattern ADORNMENT = Pattern.compile("[$€£¥\\s\u00a0\u202f'’]");

  private Figures() {}

  /**
   * The figure, or empty when the text is none.
   *
   * @param commaIsDecimal how {@code 1,234} is meant where nothing else tells
   */
  static Optional<BigDecimal> find(String text, boolean commaIsDecimal) {
    String t = ADORNMENT.matcher(text).replaceAll("").replace('−', '-');
    boolean negative = false;
    if (t.startsWith("(") && t.endsWith(")")) {
      negative = true;
      t = t.substring(1, t.length() - 1);
    }
    if (t.startsWith("-") || t.startsWith("+")) {
      negative ^= t.startsWith("-");
      t = t.substring(1);
    } else if (t.endsWith("-")) {
      negative = !negative;
      t = t.substring(0, t.length() - 1);
    }
    return unsigned(t, commaIsDecimal)
        .filter(Figures::plausible)
        .map(negative ? BigDecimal::negate : v -> v);
  }

  private static Optional<BigDecimal> unsigned(String t, boolean commaIsDecimal) {
    if (commaIsDecimal && COMMA_DECIMAL.matcher(t).matches()) {
      return Optional.of(new BigDecimal(t.replace(',', '.')));
    }
    if (commaIsDecimal && GROUPED_BY_POINTS.matcher(t).matches()) {
      return Optional.of(new BigDecimal(t.replace(".", "").replace(',', '.')));
    }
    if (PLAIN.matcher(t).matches() || SCIENTIFIC.matcher(t).matches()) {
      return Optional.of(new BigDecimal(t));
    }
    if (GROUPED.matcher(t).matches()) {
      return Optional.of(new BigDecimal(t.replace(",", "")));
    }
    if (COMMA_DECIMAL.matcher(t).matches()) {
      return Optional.of(new BigDecimal(t.replace(',', '.')));
    }
    if (t.indexOf(',') > 0 && GROUPED_BY_POINTS.matcher(t).matches()) {
      return Optional.of(new BigDecimal(t.replace(".", "").replace(',', '.')));
    }
    return Optional.empty();
  }

  private static boolean plausible(BigDecimal v) {
    BigDecimal stripped = v.stripTrailingZeros();
    return stripped.precision() - stripped.scale() <= MOST_DIGITS
        && stripped.scale() <= MOST_DECIMALS;
  }
}
