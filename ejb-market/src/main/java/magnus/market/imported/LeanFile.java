package magnus.market.imported;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import magnus.persistence.market.SeriesKind;
import magnus.persistence.market.StoredContract;

/**
 * Daily files as QuantConnect's LEAN lays them out: no header, the time as {@code 20140606 00:00},
 * prices × 10,000. An option contract stands in the name of its file, {@code
 * aapl_quote_american_call_6450000_20140719.csv}; a stock's file is {@code aapl.csv}.
 *
 * <p>Columns: <i>quote</i>: bid open, high, low, close, size, ask open, high, low, close, size;
 * <i>trade</i>: open, high, low, close, volume; <i>openinterest</i>: contracts.
 */
final class LeanFile {

  private static final Pattern OPTION =
      Pattern.compile(
          "(?:\\d{8}_)?([a-z.\\-]+)_(?:[a-z]+_)?(quote|trade|openinterest)_(?:american|european)"
              + "_(call|put)_(\\d{1,15})_(\\d{8})\\.csv",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern TIME = Pattern.compile("\\d{8} \\d\\d:\\d\\d");
  private static final double SCALE = 10_000;
  private static final double NONE = Double.NaN;
  private static final String PRICE = "a price × 10,000, 0 or more";

  private LeanFile() {}

  /** A reader for rows of that file, the first one included; empty where it is no such file. */
  static Optional<RowReader> find(Reading reading, String path, CsvRow first) {
    if (!TIME.matcher(first.text(0)).matches()) {
      return Optional.empty();
    }
    Matcher option = OPTION.matcher(path.substring(path.lastIndexOf('/') + 1));
    if (option.matches()) {
      return option(reading, option, first.size());
    }
    Optional<String> symbol = Symbols.inFileName(path);
    return symbol.isPresent() && first.size() == 6
        ? Optional.of(row -> bar(reading, symbol.get(), row))
        : Optional.empty();
  }

  private static Optional<RowReader> option(Reading reading, Matcher name, int columns) {
    String underlying = name.group(1).toUpperCase(Locale.ROOT);
    boolean call = name.group(3).equalsIgnoreCase("call");
    double strike = Long.parseLong(name.group(4)) / SCALE;
    char[] digits = name.group(5).toCharArray();
    int expiry = Dates.parse(digits, 0, digits.length);
    if (expiry == CsvRow.NO_DAY) {
      return Optional.empty();
    }
    LocalDate expires = LocalDate.ofEpochDay(expiry);
    String kind = name.group(2).toLowerCase(Locale.ROOT);
    int wanted = kind.equals("quote") ? 11 : kind.equals("trade") ? 6 : 2;
    if (columns != wanted) {
      return Optional.empty();
    }
    return Optional.of(
        row -> {
          int day = day(reading, row);
          StoredContract contract =
              switch (kind) {
                case "quote" ->
                    contract(
                        strike,
                        call,
                        price(reading, row, 4),
                        price(reading, row, 9),
                        NONE,
                        NONE,
                        NONE);
                case "trade" ->
                    contract(
                        strike,
                        call,
                        NONE,
                        NONE,
                        price(reading, row, 4),
                        count(reading, row, 5),
                        NONE);
                default -> contract(strike, call, NONE, NONE, NONE, NONE, count(reading, row, 1));
              };
          if (day != CsvRow.NO_DAY) {
            reading.sink.contract(underlying, LocalDate.ofEpochDay(day), expires, contract);
          }
        });
  }

  private static StoredContract contract(
      double strike,
      boolean call,
      double bid,
      double ask,
      double last,
      double volume,
      double openInterest) {
    return new StoredContract(
        strike, call, bid, ask, last, volume, openInterest, NONE, NONE, NONE, NONE, NONE, NONE);
  }

  private static void bar(Reading reading, String symbol, CsvRow row) {
    int day = day(reading, row);
    double open = price(reading, row, 1);
    double high = price(reading, row, 2);
    double low = price(reading, row, 3);
    double close = price(reading, row, 4);
    double volume = count(reading, row, 5);
    if (day != CsvRow.NO_DAY && open > 0 && high >= low && low > 0 && close > 0) {
      reading.sink.bar(
          SeriesKind.BARS,
          symbol,
          day,
          open,
          high,
          low,
          close,
          Double.isNaN(volume) ? 0 : volume,
          row.line());
    } else if (day != CsvRow.NO_DAY) {
      reading.faults.add(row.line(), "open, high, low, close", row.text(4), PRICE);
    }
  }

  private static int day(Reading reading, CsvRow row) {
    int day = row.day(0);
    if (day == CsvRow.NO_DAY) {
      reading.faults.add(row.line(), "time", row.text(0), "a time such as 20140606 00:00");
    }
    return day;
  }

  /** NaN where one side of the market was empty. */
  private static double price(Reading reading, CsvRow row, int field) {
    double value = reading.number(row, field, "column " + (field + 1), PRICE);
    if (value < 0) {
      reading.faults.add(row.line(), "column " + (field + 1), row.text(field), PRICE);
      return NONE;
    }
    return value / SCALE;
  }

  private static double count(Reading reading, CsvRow row, int field) {
    return reading.number(row, field, "column " + (field + 1), "a number, 0 or more");
  }
}
