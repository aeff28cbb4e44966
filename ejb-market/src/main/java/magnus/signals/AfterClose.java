package magnus.signals;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import magnus.basics.time.TradingCalendar;

/**
 * What is told of a symbol after a session's close. The session is a part of the key: with the next
 * close, or a market clock that is set back, another entry is asked for.
 *
 * @param window sessions after which claims are judged; 0 for what has none
 * @param session the last one that has closed
 */
record AfterClose(String symbol, int window, LocalDate session) {

  static AfterClose at(Instant market, String symbol, int window) {
    return new AfterClose(symbol, window, TradingCalendar.newYork().lastClosed(market).date());
  }

  /** One-to-one; {@link #parse} reads it. A symbol may hold any sign, so it stands last. */
  String text() {
    return session + "/" + window + "/" + symbol;
  }

  /**
   * @throws IllegalArgumentException for what {@link #text} did not write
   */
  static AfterClose parse(String text) {
    String[] parts = text.split("/", 3);
    if (parts.length < 3) {
      throw new IllegalArgumentException("'" + text + "' is not of the form DATE/WINDOW/SYMBOL");
    }
    try {
      return new AfterClose(parts[2], Integer.parseInt(parts[1]), LocalDate.parse(parts[0]));
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("'" + parts[0] + "' is no date", e);
    }
  }
}
