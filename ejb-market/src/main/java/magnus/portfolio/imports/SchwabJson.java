package magnus.portfolio.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import magnus.portfolio.imports.DateReading.Order;

/** Charles Schwab's "Transactions" as JSON: the CSV's columns as members of each transaction. */
final class SchwabJson implements BrokerFormat {

  private static final String LIST = "BrokerageTransactions";

  @Override
  public String id() {
    return "schwab-json";
  }

  @Override
  public String title() {
    return "Schwab transactions (JSON)";
  }

  @Override
  public boolean detect(BrokerFile file) {
    return file.text().stripLeading().startsWith("{") && file.text().contains('"' + LIST + '"');
  }

  @Override
  public Statement parse(BrokerFile file) {
    List<Fields> data = JsonLists.read(file, List.of(LIST), title()).objects();
    List<String> days = new ArrayList<>();
    for (Fields row : data) {
      days.addAll(List.of(SchwabRows.dates(row.text("date", "transactiondate"))));
    }
    DateReading dates = DateReading.of(days, Order.MONTH_FIRST);
    List<StatementRow> rows = SchwabRows.read(data, dates);
    List<String> remarks = dates.remark().isEmpty() ? List.of() : List.of(dates.remark());
    return new Statement(id(), Optional.empty(), rows, remarks);
  }
}
