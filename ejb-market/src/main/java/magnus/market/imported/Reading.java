package magnus.market.imported;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the readers of one upload share: where rows go, what is wrong, what is to be said.
 *
 * <p>Fields are read through it, so that a wrong one is told of with its line, name and value.
 */
final class Reading {

  /** Different sentences that are kept; a file may give cause to one with each row. */
  private static final int MOST_NOTES = 1000;

  final MarketSink sink;
  final Faults faults;
  final Symbols symbols = new Symbols();
  private final Map<String, Integer> notes = new LinkedHashMap<>();
  private long notKept;

  Reading(MarketSink sink, Faults faults) {
    this.sink = sink;
    this.faults = faults;
  }

  /** Counts an oddity; the sentence is shown with how often it happened. */
  void note(String sentence) {
    if (notes.size() < MOST_NOTES || notes.containsKey(sentence)) {
      notes.merge(sentence, 1, Integer::sum);
    } else {
      notKept++;
    }
  }

  /** How often {@link #note} was told something for which there was no place. */
  long notKept() {
    return notKept;
  }

  Map<String, Integer> notes() {
    return notes;
  }

  /** The epoch day of a field, or {@link CsvRow#NO_DAY} after telling of the fault. */
  int day(CsvRow row, Header header, Column column) {
    int at = header.at(column);
    int day = row.day(at);
    if (day == CsvRow.NO_DAY) {
      faults.add(row.line(), header.name(column), row.text(at), Dates.EXPECTED);
    }
    return day;
  }

  /** The date of a field that may be absent or blank. */
  Optional<LocalDate> findDate(CsvRow row, Header header, Column column) {
    int at = header.at(column);
    if (row.isBlank(at)) {
      return Optional.empty();
    }
    int day = day(row, header, column);
    return day == CsvRow.NO_DAY ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(day));
  }

  /** The number in a field, NaN where it is blank or absent, or after telling of the fault. */
  double number(CsvRow row, int at, String name, String expected) {
    if (row.isBlank(at)) {
      return Double.NaN;
    }
    double value = row.number(at);
    if (Double.isNaN(value)) {
      faults.add(row.line(), name, row.text(at), expected);
    }
    return value;
  }

  double number(CsvRow row, Header header, Column column, String expected) {
    int at = header.at(column);
    return at == Header.ABSENT ? Double.NaN : number(row, at, header.name(column), expected);
  }

  /** As {@link #number}, refusing what is below 0. */
  double amount(CsvRow row, Header header, Column column, String expected) {
    double value = number(row, header, column, expected);
    if (value < 0) {
      faults.add(row.line(), header.name(column), row.text(header.at(column)), expected);
      return Double.NaN;
    }
    return value;
  }

  /** The symbol of a field; empty after telling of the fault. */
  Optional<String> symbol(CsvRow row, Header header, Column column) {
    int at = header.at(column);
    Optional<String> symbol = symbols.read(row, at);
    if (symbol.isEmpty()) {
      faults.add(row.line(), header.name(column), row.text(at), Symbols.EXPECTED);
    }
    return symbol;
  }

  /** A text cut to what is stored. */
  static String text(CsvRow row, Header header, Column column, int longest) {
    String text = row.text(header.at(column)).replace('\0', ' ');
    return text.length() <= longest ? text : text.substring(0, longest);
  }
}
