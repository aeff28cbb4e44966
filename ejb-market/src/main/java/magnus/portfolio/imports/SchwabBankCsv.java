package magnus.portfolio.imports;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import magnus.portfolio.TransactionType;
import magnus.portfolio.imports.DateReading.Order;

/** Charles Schwab Bank's checking and savings accounts as CSV: withdrawals and deposits apart. */
final class SchwabBankCsv implements BrokerFormat {

  @Override
  public String id() {
    return "schwab-bank-csv";
  }

  @Override
  public String title() {
    return "Schwab Bank transactions (CSV)";
  }

  @Override
  public boolean detect(BrokerFile file) {
    return Table.find(file, SchwabBankCsv::isHeader).isPresent();
  }

  private static boolean isHeader(List<String> names) {
    return names.containsAll(List.of("date", "type", "description", "withdrawal", "deposit"));
  }

  @Override
  public Statement parse(BrokerFile file) {
    Table table = Table.get(file, SchwabBankCsv::isHeader, title());
    List<Fields> data =
        table.rows().stream().filter(row -> row.filled() > 2 || row.has("status")).toList();
    DateReading dates =
        DateReading.of(data.stream().map(row -> row.text("date")).toList(), Order.MONTH_FIRST);
    return new Statement(
        id(),
        Optional.empty(),
        data.stream().map(row -> read(row, dates)).toList(),
        dates.remark().isEmpty() ? List.of() : List.of(dates.remark()));
  }

  private static StatementRow read(Fields fields, DateReading dates) {
    String type = fields.text("type");
    Optional<BigDecimal> in = fields.figure("deposit");
    Optional<BigDecimal> out = fields.figure("withdrawal");
    Booking booking =
        new Booking(fields, type).date(fields.date(dates, "date")).note(fields.text("description"));
    if (fields.sound() && in.isEmpty() && out.isEmpty()) {
      fields.fault("an amount of money", "withdrawal", "deposit");
      return booking.ignored("");
    }
    booking.amount(
        Optional.of(
            in.map(BigDecimal::abs)
                .orElse(BigDecimal.ZERO)
                .subtract(out.map(BigDecimal::abs).orElse(BigDecimal.ZERO))));
    if (fields.text("status").toUpperCase(Locale.ROOT).startsWith("PEND")) {
      return booking.ignored("The bank has not posted it yet.");
    }
    return type.toUpperCase(Locale.ROOT).startsWith("INT")
        ? booking.cashOnly(TransactionType.INTEREST)
        : booking.flow();
  }
}
