package magnus.portfolio.imports;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import magnus.market.OptionChain.Right;
import magnus.portfolio.OptionContract;

/** Reads an option's terms from the ways in which brokers spell them. */
final class OptionSymbol {

  /** Schwab: {@code AAPL 01/19/2024 150.00 C}. */
  private static final Pattern SPELLED =
      Pattern.compile(
          "([A-Z0-9./]{1,6})\\s+(\\d{1,2})/(\\d{1,2})/(\\d{4})\\s+\\$?([\\d,]{1,9}(?:\\.\\d{1,4})?)\\s+([CP])(?:ALL|UT)?");

  /** OCC, also with one leading point or minus sign. */
  private static final Pattern OCC =
      Pattern.compile("[-.]?([A-Z0-9]{1,6})\\s*(\\d{6})([CP])(\\d{8})");

  /** Fidelity: {@code -AAPL240119C150}, the strike as it is. */
  private static final Pattern BRIEF =
      Pattern.compile("-?([A-Z]{1,5}\\d?)(\\d{6})([CP])(\\d{1,5}(?:\\.\\d{1,3})?)");

  private OptionSymbol() {}

  /** The contract that a symbol spells; empty where it is a stock's. */
  static Optional<OptionContract> find(String symbol) {
    String text = symbol.trim().toUpperCase(Locale.ROOT);
    Matcher m = SPELLED.matcher(text);
    if (m.matches()) {
      String date = m.group(4) + two(m.group(2)) + two(m.group(3));
      return contract(m.group(1), date, m.group(6), m.group(5).replace(",", ""), 0, 100);
    }
    m = OCC.matcher(text);
    if (m.matches()) {
      return contract(m.group(1), "20" + m.group(2), m.group(3), m.group(4), 3, 100);
    }
    m = BRIEF.matcher(text);
    if (m.matches()) {
      return contract(m.group(1), "20" + m.group(2), m.group(3), m.group(4), 0, 100);
    }
    return Optional.empty();
  }

  private static String two(String number) {
    return number.length() == 1 ? "0" + number : number;
  }

  private static Optional<OptionContract> contract(
      String underlying, String day, String right, String strike, int decimals, int multiplier) {
    try {
      LocalDate expiry =
          LocalDate.of(
              Integer.parseInt(day.substring(0, 4)),
              Integer.parseInt(day.substring(4, 6)),
              Integer.parseInt(day.substring(6, 8)));
      return of(
          underlying,
          expiry,
          new BigDecimal(strike).movePointLeft(decimals),
          right.equals("C") ? Right.CALL : Right.PUT,
          multiplier);
    } catch (DateTimeException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** A contract of these terms; empty where they are none that is listed. */
  static Optional<OptionContract> of(
      String underlying, LocalDate expiry, BigDecimal strike, Right right, int multiplier) {
    try {
      return Optional.of(new OptionContract(underlying, expiry, strike, right, multiplier));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
