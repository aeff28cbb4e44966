package magnus.market.imported;

import static magnus.market.imported.Column.DATE;
import static magnus.market.imported.Column.DIVIDEND;
import static magnus.market.imported.Column.EX_DATE;
import static magnus.market.imported.Column.SPLIT;
import static magnus.market.imported.Column.SYMBOL;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Splits ({@code 7}, {@code 7:1}, {@code 1/10}) and cash dividends, a row per symbol and day. */
final class ActionsReader implements RowReader {

  private static final Pattern RATIO =
      Pattern.compile("(\\d+(?:\\.\\d+)?) *(?:[:/]|to|for|-for-) *(\\d+(?:\\.\\d+)?)");
  private static final String SPLIT_EXPECTED = "new shares per old one such as 7, 7:1 or 1/10";
  private static final String CASH_EXPECTED = "cash per share, 0 or more";

  private final Reading reading;
  private final Header header;
  private final Column date;
  private final @Nullable String onlySymbol;

  ActionsReader(Reading reading, Header header, @Nullable String onlySymbol) {
    this.reading = reading;
    this.header = header;
    this.onlySymbol = onlySymbol;
    date = header.has(EX_DATE) ? EX_DATE : DATE;
  }

  @Override
  public void read(CsvRow row) {
    Optional<String> symbol =
        onlySymbol == null ? reading.symbol(row, header, SYMBOL) : Optional.of(onlySymbol);
    int day = reading.day(row, header, date);
    double split = split(row);
    double dividend = reading.amount(row, header, DIVIDEND, CASH_EXPECTED);
    if (symbol.isEmpty() || day == CsvRow.NO_DAY) {
      return;
    }
    LocalDate exDate = LocalDate.ofEpochDay(day);
    if (split > 0 && split != 1) {
      reading.sink.corporateAction(symbol.get(), exDate, true, decimal(split));
    }
    if (dividend > 0) {
      reading.sink.corporateAction(symbol.get(), exDate, false, decimal(dividend));
    }
  }

  private double split(CsvRow row) {
    int at = header.at(SPLIT);
    if (at == Header.ABSENT || row.isBlank(at)) {
      return Double.NaN;
    }
    Matcher ratio = RATIO.matcher(row.text(at));
    double value =
        ratio.matches()
            ? Double.parseDouble(ratio.group(1)) / Double.parseDouble(ratio.group(2))
            : row.number(at);
    if (!(value >= 0) || Double.isInfinite(value)) {
      reading.faults.add(row.line(), header.name(SPLIT), row.text(at), SPLIT_EXPECTED);
      return Double.NaN;
    }
    return value;
  }

  private static BigDecimal decimal(double value) {
    return BigDecimal.valueOf(value).setScale(12, RoundingMode.HALF_EVEN);
  }
}
