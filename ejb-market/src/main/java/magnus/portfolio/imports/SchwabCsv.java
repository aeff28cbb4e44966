package magnus.portfolio.imports;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import magnus.portfolio.imports.DateReading.Order;

/**
 * Charles Schwab's "Transactions" as CSV: in older files under a title line that names the account,
 * in newer ones without it; newest first; a total at the end in older files. Dates may say {@code
 * 04/17/2023 as of 04/15/2023}: the second is the day that counts, but for corporate actions the
 * first.
 */
final class SchwabCsv implements BrokerFormat {

  private static final Pattern TITLE =
      Pattern.compile("Transactions\\s+for account\\s+(.+?)(?:\\s+as of\\s.*)?");

  @Override
  public String id() {
    return "schwab-csv";
  }

  @Override
  public String title() {
    return "Schwab transactions (CSV)";
  }

  @Override
  public boolean detect(BrokerFile file) {
    return Table.find(file, SchwabCsv::isHeader).isPresent();
  }

  private static boolean isHeader(List<String> names) {
    return names.contains("date")
        && names.contains("action")
        && names.contains("description")
        && names.contains("amount")
        && (names.contains("feescomm") || names.contains("feescommissions"));
  }

  @Override
  public Statement parse(BrokerFile file) {
    Table table = Table.get(file, SchwabCsv::isHeader, title());
    List<Fields> data = new ArrayList<>();
    Optional<Fields> total = Optional.empty();
    List<String> days = new ArrayList<>();
    for (Fields row : table.rows()) {
      if (row.text("date").toLowerCase(Locale.ROOT).startsWith("transactions total")) {
        total = Optional.of(row);
      } else {
        data.add(row);
        days.addAll(List.of(SchwabRows.dates(row.text("date"))));
      }
    }
    DateReading dates = DateReading.of(days, Order.MONTH_FIRST);
    List<StatementRow> rows = SchwabRows.read(data, dates);
    List<String> remarks = new ArrayList<>();
    if (!dates.remark().isEmpty()) {
      remarks.add(dates.remark());
    }
    total
        .flatMap(row -> row.figure("amount"))
        .flatMap(sum -> mismatch(sum, rows))
        .ifPresent(remarks::add);
    return new Statement(id(), account(table), rows, remarks);
  }

  private static Optional<String> account(Table table) {
    for (String line : table.before()) {
      Matcher m = TITLE.matcher(line.trim());
      if (m.matches()) {
        return Optional.of(m.group(1));
      }
    }
    return Optional.empty();
  }

  private static Optional<String> mismatch(BigDecimal total, List<StatementRow> rows) {
    BigDecimal sum =
        rows.stream()
            .flatMap(row -> row.entry().stream())
            .map(entry -> entry.transaction().amount())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return sum.compareTo(total) == 0
        ? Optional.empty()
        : Optional.of(
            "The file's own total is "
                + total.toPlainString()
                + "; its rows add up to "
                + sum.toPlainString()
                + ". Rows may be missing from it.");
  }
}
