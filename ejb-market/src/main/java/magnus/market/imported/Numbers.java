package magnus.market.imported;

import java.util.Locale;
import java.util.Set;

/** Numbers as files write them. */
final class Numbers {

  private static final double[] POWER = new double[23];
  private static final long EXACT = 1L << 53;
  private static final Set<String> NOTHING =
      Set.of("na", "n/a", "nan", "null", "none", "nil", "--");

  static {
    double p = 1;
    for (int i = 0; i < POWER.length; i++) {
      POWER[i] = p;
      p *= 10;
    }
  }

  private Numbers() {}

  static boolean isWordForNothing(String text) {
    return NOTHING.contains(text.toLowerCase(Locale.ROOT));
  }

  /**
   * The number between the indices, NaN where there is none.
   *
   * <p>Digits with a point are the common case: digits up to 2⁵³ divided by a power of ten up to
   * 10²² are correctly rounded by a single division (Clinger, <i>How to read floating point numbers
   * accurately</i>, 1990). Everything else (exponents, thousands, {@code $}, {@code %}, {@code
   * 1.2M}) takes the slow way.
   */
  static double parse(char[] chars, int begin, int end, boolean decimalComma) {
    int at = begin;
    boolean negative = false;
    if (at < end && (chars[at] == '-' || chars[at] == '+')) {
      negative = chars[at] == '-';
      at++;
    }
    long digits = 0;
    int decimals = -1;
    int count = 0;
    for (; at < end; at++) {
      char c = chars[at];
      if (c >= '0' && c <= '9') {
        if (digits >= EXACT / 10) {
          return parseSlowly(new String(chars, begin, end - begin), decimalComma);
        }
        digits = digits * 10 + (c - '0');
        count++;
        if (decimals >= 0) {
          decimals++;
        }
      } else if (c == '.' && decimals < 0) {
        decimals = 0;
      } else {
        return parseSlowly(new String(chars, begin, end - begin), decimalComma);
      }
    }
    if (count == 0) {
      return Double.NaN;
    }
    if (decimals >= POWER.length) {
      return parseSlowly(new String(chars, begin, end - begin), decimalComma);
    }
    double value = decimals > 0 ? digits / POWER[decimals] : digits;
    return negative ? -value : value;
  }

  private static double parseSlowly(String text, boolean decimalComma) {
    String plain = text.replace(" ", "").replace("$", "").replace("€", "");
    double unit =
        switch (plain.isEmpty() ? ' ' : plain.charAt(plain.length() - 1)) {
          case 'K' -> 1e3;
          case 'M' -> 1e6;
          case 'B' -> 1e9;
          case '%' -> 1;
          default -> 0;
        };
    if (unit > 0) {
      plain = plain.substring(0, plain.length() - 1);
    } else {
      unit = 1;
    }
    if (decimalComma && plain.indexOf(',') >= 0) {
      plain = plain.replace(".", "").replace(',', '.');
    } else if (plain.indexOf(',') >= 0) {
      if (!plain.matches("[-+]?\\d{1,3}(,\\d{3})+(\\.\\d*)?")) {
        return Double.NaN;
      }
      plain = plain.replace(",", "");
    }
    if (!plain.matches("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d{1,3})?")) {
      return Double.NaN;
    }
    double value = Double.parseDouble(plain) * unit;
    return Double.isInfinite(value) ? Double.NaN : value;
  }
}
