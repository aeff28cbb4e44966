package magnus.portfolio.imports;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import magnus.basics.problem.FieldFault;

/**
 * The named values of one row, and what is found wrong while they are read. Names are compared
 * without case, blanks and punctuation ({@code "Fees & Comm"} is {@code feescomm}), so that the
 * variants of one column are one.
 */
final class Fields {

  private static final int LONGEST_QUOTE = 80;

  private final int line;
  private final boolean commaIsDecimal;
  private final Map<String, String> values = new HashMap<>();
  private final Map<String, String> spelling = new HashMap<>();
  private final Map<String, Integer> lines = new HashMap<>();
  private final List<FieldFault> faults = new ArrayList<>();

  Fields(int line, boolean commaIsDecimal) {
    this.line = line;
    this.commaIsDecimal = commaIsDecimal;
  }

  /** A row of delimited text under its header; the first column of a name counts. */
  static Fields of(Header header, CsvText.Row row, boolean commaIsDecimal) {
    Fields fields = new Fields(row.line(), commaIsDecimal);
    for (int i = 0; i < header.names().size(); i++) {
      fields.put(header.plain().get(i), header.names().get(i), row.cell(i), row.line());
    }
    return fields;
  }

  /**
   * Names of columns.
   *
   * @param names as the file has them
   * @param plain the same without case, blanks and punctuation
   */
  record Header(List<String> names, List<String> plain) {

    static Header of(List<String> names) {
      return new Header(names, names.stream().map(Fields::plain).toList());
    }
  }

  /** A name without case, blanks and punctuation. */
  static String plain(String name) {
    StringBuilder plain = new StringBuilder();
    for (char c : name.toLowerCase(Locale.ROOT).toCharArray()) {
      if (Character.isLetterOrDigit(c)) {
        plain.append(c);
      }
    }
    return plain.toString();
  }

  void put(String name, String value) {
    put(name, value, line);
  }

  /** A value that stands on a line of its own. */
  void put(String name, String value, int ownLine) {
    put(plain(name), name, value, ownLine);
  }

  private void put(String plain, String name, String value, int ownLine) {
    if (!plain.isEmpty() && values.getOrDefault(plain, "").isEmpty()) {
      values.put(plain, value.trim());
      spelling.put(plain, name.trim());
      if (ownLine != line) {
        lines.put(plain, ownLine);
      }
    }
  }

  /** Another value under a name that is there. */
  void replace(String plain, String value) {
    values.put(plain, value);
  }

  /** How many values are not empty. */
  long filled() {
    return values.values().stream().filter(value -> !value.isEmpty()).count();
  }

  int line() {
    return line;
  }

  boolean has(String... names) {
    for (String name : names) {
      if (values.containsKey(name)) {
        return true;
      }
    }
    return false;
  }

  /** The first of these that is not empty; placeholders such as {@code --} count as empty. */
  String text(String... names) {
    for (String name : names) {
      String value = values.getOrDefault(name, "");
      if (!value.isEmpty() && !isPlaceholder(value)) {
        return value;
      }
    }
    return "";
  }

  private static boolean isPlaceholder(String value) {
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "--", "-", "n/a", "null", "no description" -> true;
      default -> false;
    };
  }

  /**
   * The figure under the first of these names that has text; a text that is no figure is a fault.
   */
  Optional<BigDecimal> figure(String... names) {
    String text = text(names);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Optional<BigDecimal> figure = Figures.find(text, commaIsDecimal);
    if (figure.isEmpty()) {
      fault("a number such as 1234.56", names);
    }
    return figure;
  }

  BigDecimal figureOrZero(String... names) {
    return figure(names).orElse(BigDecimal.ZERO);
  }

  /** The figure, which must be there. */
  BigDecimal requiredFigure(String... names) {
    if (text(names).isEmpty()) {
      fault("a number such as 1234.56", names);
      return BigDecimal.ZERO;
    }
    return figure(names).orElse(BigDecimal.ZERO);
  }

  /** The date, which must be there; a stand-in after a fault. */
  LocalDate date(DateReading reading, String... names) {
    return reading
        .find(text(names))
        .orElseGet(
            () -> {
              fault(reading.expected(), names);
              return LocalDate.EPOCH;
            });
  }

  /** The ISO 4217 code; where no such column has a text, the fallback. */
  Currencies.Unit currency(String fallback, String... names) {
    String text = text(names);
    if (text.isEmpty()) {
      if (fallback.isEmpty()) {
        fault(Currencies.EXPECTED, names);
      }
      return Currencies.find(fallback).orElse(Currencies.DOLLAR);
    }
    return Currencies.find(text)
        .orElseGet(
            () -> {
              fault(Currencies.EXPECTED, names);
              return Currencies.DOLLAR;
            });
  }

  /** Says that the value under the first of these names that is there is not what was expected. */
  void fault(String expected, String... names) {
    String name = names[0];
    for (String candidate : names) {
      if (!values.getOrDefault(candidate, "").isEmpty()) {
        name = candidate;
        break;
      }
      if (values.containsKey(candidate) && !values.containsKey(name)) {
        name = candidate;
      }
    }
    String value = values.getOrDefault(name, "");
    String quoted =
        value.length() > LONGEST_QUOTE ? value.substring(0, LONGEST_QUOTE) + "…" : value;
    int place = lines.getOrDefault(name, line);
    faults.add(new FieldFault(place, spelling.getOrDefault(name, name), quoted, expected));
  }

  boolean sound() {
    return faults.isEmpty();
  }

  List<FieldFault> faults() {
    return List.copyOf(faults);
  }
}
