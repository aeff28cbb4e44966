package magnus.portfolio.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import magnus.portfolio.imports.DateReading.Order;

/**
 * Fidelity's account history as CSV: blank lines before the header, free-text actions, notices of
 * law after the data. The columns changed over the years ({@code Security Description} or {@code
 * Description}, {@code Price ($)} or {@code Price}, with or without {@code Account}); all are read.
 */
final class FidelityCsv implements BrokerFormat {

  static final String[] DATE = {"rundate", "date", "tradedate"};

  @Override
  public String id() {
    return "fidelity-csv";
  }

  @Override
  public String title() {
    return "Fidelity account history (CSV)";
  }

  @Override
  public boolean detect(BrokerFile file) {
    return Table.find(file, FidelityCsv::isHeader).isPresent();
  }

  private static boolean isHeader(List<String> names) {
    boolean dated =
        names.contains("rundate") || (names.contains("date") && names.contains("settlementdate"));
    return dated && names.contains("action") && names.contains("amount");
  }

  @Override
  public Statement parse(BrokerFile file) {
    Table table = Table.get(file, FidelityCsv::isHeader, title());
    DateReading dates =
        DateReading.of(
            table.rows().stream().map(row -> row.text(DATE)).toList(), Order.MONTH_FIRST);
    List<Fields> data = new ArrayList<>();
    for (Fields row : table.rows()) {
      boolean notice = row.filled() < 3 && dates.find(row.text(DATE)).isEmpty();
      if (!notice) {
        data.add(row);
      }
    }
    List<StatementRow> rows =
        data.stream().flatMap(row -> FidelityRows.read(row, dates).stream()).toList();
    List<String> accounts =
        data.stream()
            .map(row -> row.text("accountnumber", "account"))
            .filter(account -> !account.isEmpty())
            .distinct()
            .collect(Collectors.toList());
    List<String> remarks = new ArrayList<>();
    if (!dates.remark().isEmpty()) {
      remarks.add(dates.remark());
    }
    if (accounts.size() > 1) {
      remarks.add(
          "The file has "
              + accounts.size()
              + " accounts ("
              + String.join(", ", accounts)
              + "): all of them go into this one portfolio.");
    }
    return new Statement(
        id(),
        accounts.size() == 1 ? Optional.of(accounts.get(0)) : Optional.empty(),
        rows,
        remarks);
  }
}
