package magnus.market.imported;

import static magnus.market.imported.Column.ASK;
import static magnus.market.imported.Column.BID;
import static magnus.market.imported.Column.CLOSE;
import static magnus.market.imported.Column.DATE;
import static magnus.market.imported.Column.DELTA;
import static magnus.market.imported.Column.EXPIRY;
import static magnus.market.imported.Column.GAMMA;
import static magnus.market.imported.Column.IMPLIED_VOLATILITY;
import static magnus.market.imported.Column.OPEN_INTEREST;
import static magnus.market.imported.Column.QUOTE_DATE;
import static magnus.market.imported.Column.RHO;
import static magnus.market.imported.Column.RIGHT;
import static magnus.market.imported.Column.STRIKE;
import static magnus.market.imported.Column.SYMBOL;
import static magnus.market.imported.Column.THETA;
import static magnus.market.imported.Column.UNDERLYING;
import static magnus.market.imported.Column.UNDERLYING_PRICE;
import static magnus.market.imported.Column.VEGA;
import static magnus.market.imported.Column.VOLUME;

import java.time.LocalDate;
import java.util.Optional;
import magnus.persistence.market.StoredContract;
import org.jspecify.annotations.Nullable;

/**
 * An option chain, a row per contract; a row without expiry and strike is the underlying's own.
 * Underlying and day stand in the rows or in the file's name ({@code …_aapl_20140602.csv}).
 */
final class ChainReader implements RowReader {

  private static final String PRICE = "a price, 0 or more";
  private static final String COUNT = "a number of contracts, 0 or more";
  private static final String GREEK = "a number";

  private final Reading reading;
  private final Header header;
  private final @Nullable String onlyUnderlying;
  private final int onlyDay;
  private final Column dateColumn;
  private final Column underlyingColumn;

  /**
   * @param onlyUnderlying whose chain it is where the rows do not say it
   * @param onlyDay of which epoch day, or {@link CsvRow#NO_DAY} where the rows say it
   */
  ChainReader(Reading reading, Header header, @Nullable String onlyUnderlying, int onlyDay) {
    this.reading = reading;
    this.header = header;
    this.onlyUnderlying = onlyUnderlying;
    this.onlyDay = onlyDay;
    dateColumn = header.has(QUOTE_DATE) ? QUOTE_DATE : DATE;
    underlyingColumn = header.has(UNDERLYING) ? UNDERLYING : SYMBOL;
  }

  static boolean saysUnderlying(Header header) {
    return header.hasAny(UNDERLYING, SYMBOL);
  }

  static boolean saysDay(Header header) {
    return header.hasAny(QUOTE_DATE, DATE);
  }

  @Override
  public void read(CsvRow row) {
    Optional<String> underlying =
        onlyUnderlying == null
            ? reading.symbol(row, header, underlyingColumn)
            : Optional.of(onlyUnderlying);
    int day = onlyDay == CsvRow.NO_DAY ? reading.day(row, header, dateColumn) : onlyDay;
    double last = reading.amount(row, header, CLOSE, PRICE);
    if (underlying.isEmpty() || day == CsvRow.NO_DAY) {
      return;
    }
    LocalDate date = LocalDate.ofEpochDay(day);
    if (row.isBlank(header.at(EXPIRY)) && row.isBlank(header.at(STRIKE))) {
      if (last > 0) {
        reading.sink.spot(underlying.get(), date, last);
      }
      return;
    }
    double spot = reading.amount(row, header, UNDERLYING_PRICE, PRICE);
    if (spot > 0) {
      reading.sink.spot(underlying.get(), date, spot);
    }
    int expiry = reading.day(row, header, EXPIRY);
    double strike = strike(row);
    Optional<Boolean> call = call(row);
    StoredContract contract =
        new StoredContract(
            strike,
            call.orElse(true),
            reading.amount(row, header, BID, PRICE),
            reading.amount(row, header, ASK, PRICE),
            last,
            reading.amount(row, header, VOLUME, COUNT),
            reading.amount(row, header, OPEN_INTEREST, COUNT),
            reading.amount(
                row, header, IMPLIED_VOLATILITY, "an annual volatility as a fraction such as 0.25"),
            reading.number(row, header, DELTA, GREEK),
            reading.number(row, header, GAMMA, GREEK),
            reading.number(row, header, VEGA, GREEK),
            reading.number(row, header, THETA, GREEK),
            reading.number(row, header, RHO, GREEK));
    if (expiry == CsvRow.NO_DAY || Double.isNaN(strike) || call.isEmpty()) {
      return;
    }
    reading.sink.contract(underlying.get(), date, LocalDate.ofEpochDay(expiry), contract);
  }

  private double strike(CsvRow row) {
    int at = header.at(STRIKE);
    double strike = row.isBlank(at) ? Double.NaN : row.number(at);
    if (!(strike > 0)) {
      reading.faults.add(row.line(), header.name(STRIKE), row.text(at), "a strike price above 0");
      return Double.NaN;
    }
    return strike;
  }

  private Optional<Boolean> call(CsvRow row) {
    int at = header.at(RIGHT);
    switch (row.length(at) == 0 ? ' ' : row.text(at).charAt(0)) {
      case 'C', 'c' -> {
        return Optional.of(true);
      }
      case 'P', 'p' -> {
        return Optional.of(false);
      }
      default -> {
        reading.faults.add(row.line(), header.name(RIGHT), row.text(at), "C or P, call or put");
        return Optional.empty();
      }
    }
  }
}
