package magnus.portal.portfolio;

import java.math.BigDecimal;
import magnus.basics.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** Decimals out of requests: refused before anybody computes with a number of a billion digits. */
final class RequestDecimal {

  private static final int MOST_DIGITS = 30;

  private RequestDecimal() {}

  static @Nullable BigDecimal checked(String field, @Nullable BigDecimal number) {
    if (number != null
        && (number.precision() > MOST_DIGITS || Math.abs((long) number.scale()) > MOST_DIGITS)) {
      throw Refusal.malformed(
          field, number, "a decimal number of at most " + MOST_DIGITS + " digits");
    }
    return number;
  }

  static BigDecimal orZero(String field, @Nullable BigDecimal number) {
    BigDecimal checked = checked(field, number);
    return checked == null ? BigDecimal.ZERO : checked;
  }
}
