package magnus.portal.problem;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;

/** Says in words what a Java type expects to read. */
final class ExpectedWords {

  private ExpectedWords() {}

  static String of(Class<?> type) {
    if (type == UUID.class) {
      return "an id (UUID)";
    }
    if (type == LocalDate.class) {
      return "a date such as 2024-01-31";
    }
    if (type == Instant.class) {
      return "a time such as 2024-01-31T14:30:00Z";
    }
    if (type == BigDecimal.class) {
      return "a decimal number such as \"12.50\"";
    }
    if (type == boolean.class || type == Boolean.class) {
      return "true or false";
    }
    if (type == double.class || type == Double.class) {
      return "a number";
    }
    if (type == int.class || type == long.class || Number.class.isAssignableFrom(type)) {
      return "a whole number";
    }
    if (type == String.class) {
      return "a text";
    }
    if (type.isEnum()) {
      return "one of "
          + Arrays.stream(type.getEnumConstants())
              .map(constant -> ((Enum<?>) constant).name())
              .collect(Collectors.joining(", "));
    }
    if (type.isArray() || Collection.class.isAssignableFrom(type)) {
      return "a list";
    }
    return "an object (" + type.getSimpleName().toLowerCase(Locale.ROOT) + ")";
  }
}
