package magnus.market.imported;

import static magnus.market.imported.Column.ANNOUNCED;
import static magnus.market.imported.Column.CURRENCY;
import static magnus.market.imported.Column.ESTIMATE;
import static magnus.market.imported.Column.FISCAL_END;
import static magnus.market.imported.Column.NAME;
import static magnus.market.imported.Column.REPORT_DATE;
import static magnus.market.imported.Column.REPORT_HOUR;
import static magnus.market.imported.Column.SYMBOL;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import magnus.persistence.market.StoredEarnings;
import org.jspecify.annotations.Nullable;

/** Report dates, a row per company and quarter. */
final class EarningsReader implements RowReader {

  private static final String MONEY = "earnings per share such as -0.79";

  private final Reading reading;
  private final Header header;
  private final Column date;

  EarningsReader(Reading reading, Header header) {
    this.reading = reading;
    this.header = header;
    date = header.has(REPORT_DATE) ? REPORT_DATE : Column.DATE;
  }

  @Override
  public void read(CsvRow row) {
    Optional<String> symbol = reading.symbol(row, header, SYMBOL);
    int day = reading.day(row, header, date);
    Optional<LocalDate> fiscalEnd = reading.findDate(row, header, FISCAL_END);
    Optional<LocalDate> announced = reading.findDate(row, header, ANNOUNCED);
    double estimate = reading.number(row, header, ESTIMATE, MONEY);
    String currency = currency(row);
    if (symbol.isEmpty() || day == CsvRow.NO_DAY) {
      return;
    }
    LocalDate reportDate = LocalDate.ofEpochDay(day);
    if (announced.isPresent() && announced.get().isAfter(reportDate)) {
      reading.faults.add(
          row.line(),
          header.name(ANNOUNCED),
          row.text(header.at(ANNOUNCED)),
          "a date on or before the report's, " + reportDate);
      return;
    }
    reading.sink.earnings(
        new StoredEarnings(
            symbol.get(),
            reportDate,
            Reading.text(row, header, NAME, 200),
            fiscalEnd.orElse(null),
            decimal(estimate),
            currency,
            hour(row.text(header.at(REPORT_HOUR))),
            announced.orElse(null)));
  }

  private static @Nullable BigDecimal decimal(double value) {
    return Double.isNaN(value)
        ? null
        : BigDecimal.valueOf(value).setScale(6, RoundingMode.HALF_EVEN);
  }

  private String currency(CsvRow row) {
    String currency = row.text(header.at(CURRENCY)).toUpperCase(Locale.ROOT);
    if (currency.isEmpty()) {
      return "USD";
    }
    if (!currency.matches("[A-Z]{3}")) {
      reading.faults.add(
          row.line(), header.name(CURRENCY), currency, "a currency of three letters such as USD");
    }
    return currency;
  }

  private static StoredEarnings.Hour hour(String text) {
    String plain = text.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    if (plain.equals("bmo") || plain.contains("pre") || plain.contains("before")) {
      return StoredEarnings.Hour.BEFORE;
    }
    if (plain.equals("amc") || plain.contains("post") || plain.contains("after")) {
      return StoredEarnings.Hour.AFTER;
    }
    return plain.equals("dmh") || plain.contains("during")
        ? StoredEarnings.Hour.DURING
        : StoredEarnings.Hour.UNKNOWN;
  }
}
