package magnus.benchmarks.options;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import magnus.market.OptionChain.Right;

/**
 * A day's chain as LEAN writes it: the row without an expiry is the underlying, the others are
 * contracts with the day's prices and the volatility and greeks that LEAN computed.
 *
 * @param day the file's date
 * @param spot close of the underlying's row
 */
record UniverseFile(LocalDate day, double spot, List<Contract> contracts) {

  private static final Pattern DAY = Pattern.compile("(\\d{8})");

  /** One row; figures are 0 where the file has none. */
  record Contract(
      LocalDate expiry,
      double strike,
      Right right,
      double high,
      double low,
      double close,
      double volume,
      double volatility,
      double delta,
      double gamma,
      double theta,
      double rho) {}

  static UniverseFile read(Path file) throws IOException {
    Matcher day = DAY.matcher(file.getFileName().toString());
    if (!day.find()) {
      throw new IllegalArgumentException("--universe: no date yyyymmdd in the name of " + file);
    }
    LocalDate date = LocalDate.parse(day.group(1), DateTimeFormatter.BASIC_ISO_DATE);
    CsvColumns table = CsvColumns.read(file);
    double spot = 0;
    List<Contract> contracts = new ArrayList<>();
    for (int i = 0; i < table.size(); i++) {
      if (table.find(i, "expiry").isEmpty()) {
        spot = number(table, i, "close");
        continue;
      }
      contracts.add(
          new Contract(
              LocalDate.parse(
                  table.find(i, "expiry").orElseThrow().replace("-", ""),
                  DateTimeFormatter.BASIC_ISO_DATE),
              number(table, i, "strike"),
              table.find(i, "right").orElse("C").startsWith("P") ? Right.PUT : Right.CALL,
              number(table, i, "high"),
              number(table, i, "low"),
              number(table, i, "close"),
              number(table, i, "volume"),
              number(table, i, "implied_volatility"),
              number(table, i, "delta"),
              number(table, i, "gamma"),
              number(table, i, "theta"),
              number(table, i, "rho")));
    }
    return new UniverseFile(date, spot, contracts);
  }

  private static double number(CsvColumns table, int row, String name) {
    return table.number(row, name).orElse(0.0);
  }
}
