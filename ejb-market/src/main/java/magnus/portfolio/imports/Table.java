package magnus.portfolio.imports;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import magnus.basics.problem.FieldFault;

/**
 * The table in a delimited file: lines before the header and blank lines are passed over.
 *
 * @param headerLine line of the header, from 1
 * @param header the columns' names as the file has them
 * @param before first cells of the lines before the header
 * @param rows records that are not blank
 */
record Table(int headerLine, List<String> header, List<String> before, List<Fields> rows) {

  private static final int MOST_LINES_BEFORE = 60;

  /** The table under the first line whose plain names the test accepts. */
  static Optional<Table> find(BrokerFile file, Predicate<List<String>> isHeader) {
    char delimiter = CsvText.delimiter(file.text());
    return find(CsvText.head(file.text(), delimiter, MOST_LINES_BEFORE), isHeader, delimiter);
  }

  private static Optional<Table> find(
      List<CsvText.Row> all, Predicate<List<String>> isHeader, char delimiter) {
    for (int i = 0; i < Math.min(all.size(), MOST_LINES_BEFORE); i++) {
      CsvText.Row candidate = all.get(i);
      if (isHeader.test(candidate.cells().stream().map(Fields::plain).toList())) {
        Fields.Header header = Fields.Header.of(candidate.cells());
        List<Fields> rows =
            all.subList(i + 1, all.size()).stream()
                .filter(row -> !row.isBlank())
                .map(row -> Fields.of(header, row, delimiter == ';'))
                .toList();
        List<String> before = all.subList(0, i).stream().map(row -> row.cell(0)).toList();
        return Optional.of(new Table(candidate.line(), candidate.cells(), before, rows));
      }
    }
    return Optional.empty();
  }

  /** The same for the whole file. */
  static Table get(BrokerFile file, Predicate<List<String>> isHeader, String format) {
    char delimiter = CsvText.delimiter(file.text());
    return find(CsvText.rows(file.text(), delimiter), isHeader, delimiter)
        .orElseThrow(
            () -> {
              String first = file.text().stripLeading().lines().findFirst().orElse("");
              String quoted = first.length() > 80 ? first.substring(0, 80) + "…" : first;
              FieldFault fault =
                  new FieldFault(1, "header", quoted, "the line of column names of " + format);
              return BrokerFile.refused(fault.sentence()).withFaults(List.of(fault));
            });
  }
}
