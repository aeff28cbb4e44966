package magnus.portfolio.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import magnus.basics.problem.FieldFault;

/**
 * Delimited text (RFC 4180, forgiving): quotes may hold delimiters, doubled quotes and line ends; a
 * quote inside an unquoted cell is a character like any other; rows may differ in length.
 */
final class CsvText {

  /**
   * One record.
   *
   * @param line line on which it starts, from 1
   * @param cells trimmed
   */
  record Row(int line, List<String> cells) {

    String cell(int index) {
      return index >= 0 && index < cells.size() ? cells.get(index) : "";
    }

    boolean isBlank() {
      return cells.stream().allMatch(String::isEmpty);
    }
  }

  private CsvText() {}

  /** The delimiter that occurs most often outside quotes in the first lines: comma, ; or tab. */
  static char delimiter(String text) {
    int[] counts = new int[3];
    boolean quoted = false;
    int lines = 0;
    for (int i = 0; i < text.length() && lines < 30; i++) {
      char c = text.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == '\n') {
        lines++;
      } else if (!quoted) {
        int which = ",;\t".indexOf(c);
        if (which >= 0) {
          counts[which]++;
        }
      }
    }
    if (counts[2] > counts[0] && counts[2] > counts[1]) {
      return '\t';
    }
    return counts[1] > counts[0] ? ';' : ',';
  }

  /**
   * Every record, blank ones included.
   *
   * @throws magnus.basics.problem.Refusal when a quote is never closed
   */
  static List<Row> rows(String text, char delimiter) {
    List<Row> rows = new ArrayList<>();
    Optional<FieldFault> open = read(text, delimiter, Integer.MAX_VALUE, rows);
    if (open.isPresent()) {
      throw BrokerFile.refused(open.get().sentence()).withFaults(List.of(open.get()));
    }
    return rows;
  }

  /** The first records, as far as they can be read. */
  static List<Row> head(String text, char delimiter, int most) {
    List<Row> rows = new ArrayList<>();
    read(text, delimiter, most, rows);
    return rows;
  }

  private static Optional<FieldFault> read(String text, char delimiter, int most, List<Row> rows) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    int line = 1;
    int start = 1;
    int quoteLine = 0;
    for (int i = 0; i < text.length() && rows.size() < most; i++) {
      char c = text.charAt(i);
      if (c == '\n') {
        line++;
      }
      if (quoted) {
        if (c != '"') {
          cell.append(c);
        } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
          cell.append('"');
          i++;
        } else {
          quoted = false;
        }
      } else if (c == '"' && cell.toString().isBlank()) {
        cell.setLength(0);
        quoted = true;
        quoteLine = line;
      } else if (c == delimiter) {
        cells.add(cell.toString().trim());
        cell.setLength(0);
      } else if (c == '\n') {
        cells.add(cell.toString().trim());
        cell.setLength(0);
        rows.add(new Row(start, cells));
        cells = new ArrayList<>();
        start = line;
      } else {
        cell.append(c);
      }
    }
    if (quoted) {
      return Optional.of(
          new FieldFault(
              quoteLine, "quote", excerpt(cell), "closed by a second quote before the file ends"));
    }
    if (rows.size() < most && (!cells.isEmpty() || cell.length() > 0)) {
      cells.add(cell.toString().trim());
      rows.add(new Row(start, cells));
    }
    return Optional.empty();
  }

  private static String excerpt(CharSequence text) {
    String flat = text.toString().replace('\n', ' ').trim();
    return flat.length() <= 60 ? flat : flat.substring(0, 60) + "…";
  }
}
