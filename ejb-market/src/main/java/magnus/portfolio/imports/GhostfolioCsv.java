package magnus.portfolio.imports;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import magnus.portfolio.imports.DateReading.Order;

/**
 * Ghostfolio's activities as CSV, one file often with several forms of dates ({@code 16-09-2021},
 * {@code 17/11/2021}, {@code 01.01.2022}, {@code 20500606}).
 */
final class GhostfolioCsv implements BrokerFormat {

  @Override
  public String id() {
    return "ghostfolio-csv";
  }

  @Override
  public String title() {
    return "Ghostfolio activities (CSV)";
  }

  @Override
  public boolean detect(BrokerFile file) {
    return Table.find(file, GhostfolioCsv::isHeader).isPresent();
  }

  private static boolean isHeader(List<String> names) {
    return any(names, GhostfolioRows.DATE)
        && any(names, GhostfolioRows.SYMBOL)
        && any(names, GhostfolioRows.QUANTITY)
        && any(names, GhostfolioRows.PRICE)
        && any(names, GhostfolioRows.TYPE)
        && any(names, GhostfolioRows.CURRENCY);
  }

  private static boolean any(List<String> names, String[] wanted) {
    return Arrays.stream(wanted).anyMatch(names::contains);
  }

  @Override
  public Statement parse(BrokerFile file) {
    Table table = Table.get(file, GhostfolioCsv::isHeader, title());
    DateReading dates =
        DateReading.of(
            table.rows().stream().map(row -> row.text(GhostfolioRows.DATE)).toList(),
            Order.DAY_FIRST);
    List<StatementRow> rows =
        table.rows().stream().map(row -> GhostfolioRows.read(row, dates)).toList();
    return new Statement(
        id(),
        Optional.empty(),
        rows,
        dates.remark().isEmpty() ? List.of() : List.of(dates.remark()));
  }
}
