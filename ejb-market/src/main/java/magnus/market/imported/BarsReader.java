package magnus.market.imported;

import static magnus.market.imported.Column.CLOSE;
import static magnus.market.imported.Column.DATE;
import static magnus.market.imported.Column.HIGH;
import static magnus.market.imported.Column.LOW;
import static magnus.market.imported.Column.OPEN;
import static magnus.market.imported.Column.SYMBOL;
import static magnus.market.imported.Column.VOLUME;

import java.time.LocalDate;
import java.util.Optional;
import magnus.persistence.market.SeriesKind;
import org.jspecify.annotations.Nullable;

/**
 * Daily bars, a row per symbol and day; also those of a volatility index, and closes alone. A row
 * without any price (a holiday in some exports) is left out; where open, high or low is missing the
 * close stands for it. Both are said in a note.
 */
final class BarsReader implements RowReader {

  private static final String PRICE = "a price above 0";
  private static final String COUNT = "a number of shares, 0 or more";

  private final Reading reading;
  private final Header header;
  private final SeriesKind kind;
  private final @Nullable String onlySymbol;
  private final int symbolAt;
  private final boolean closesAlone;

  /**
   * @param onlySymbol whose bars these are where the rows do not say it
   */
  BarsReader(Reading reading, Header header, SeriesKind kind, @Nullable String onlySymbol) {
    this.reading = reading;
    this.header = header;
    this.kind = kind;
    this.onlySymbol = onlySymbol;
    symbolAt = onlySymbol == null ? header.at(SYMBOL) : Header.ABSENT;
    closesAlone = kind == SeriesKind.CLOSES;
  }

  @Override
  public void read(CsvRow row) {
    Optional<String> symbol =
        symbolAt == Header.ABSENT
            ? Optional.ofNullable(onlySymbol)
            : reading.symbol(row, header, SYMBOL);
    int day = reading.day(row, header, DATE);
    double close = price(row, CLOSE);
    if (symbol.isEmpty() || day == CsvRow.NO_DAY) {
      return;
    }
    if (closesAlone) {
      if (!Double.isNaN(close)) {
        reading.sink.bar(kind, symbol.get(), day, close, close, close, close, 0, row.line());
      }
      return;
    }
    double open = price(row, OPEN);
    double high = price(row, HIGH);
    double low = price(row, LOW);
    double volume = reading.amount(row, header, VOLUME, COUNT);
    if (Double.isNaN(close)) {
      withoutClose(row, Double.isNaN(open) && Double.isNaN(high) && Double.isNaN(low));
      return;
    }
    if (Double.isNaN(open) || Double.isNaN(high) || Double.isNaN(low)) {
      reading.note(
          "Open, high or low was missing on "
              + LocalDate.ofEpochDay(day)
              + " ("
              + symbol.get()
              + "); the close stands for it.");
      open = Double.isNaN(open) ? close : open;
      high = Double.isNaN(high) ? Math.max(open, close) : high;
      low = Double.isNaN(low) ? Math.min(open, close) : low;
    }
    if (high < low) {
      reading.faults.add(
          row.line(),
          header.name(HIGH),
          row.text(header.at(HIGH)),
          "a high at or above the low of " + row.text(header.at(LOW)));
      return;
    }
    if (open > high || open < low || close > high || close < low) {
      reading.note("Open or close stood outside of high and low; kept as it was.");
    }
    reading.sink.bar(
        kind,
        symbol.get(),
        day,
        open,
        high,
        low,
        close,
        Double.isNaN(volume) ? 0 : volume,
        row.line());
  }

  private void withoutClose(CsvRow row, boolean withoutAny) {
    int at = header.at(CLOSE);
    if (!row.isBlank(at)) {
      return; // told of already
    }
    if (withoutAny) {
      reading.note("A row without any price was left out.");
    } else {
      reading.faults.add(row.line(), header.name(CLOSE), row.text(at), PRICE);
    }
  }

  private double price(CsvRow row, Column column) {
    int at = header.at(column);
    if (at == Header.ABSENT) {
      return Double.NaN;
    }
    double value = reading.number(row, at, header.name(column), PRICE);
    if (value <= 0) {
      if (value == 0 && column != CLOSE) {
        return Double.NaN; // "no trade" in many exports
      }
      reading.faults.add(row.line(), header.name(column), row.text(at), PRICE);
      return Double.NaN;
    }
    return value;
  }
}
