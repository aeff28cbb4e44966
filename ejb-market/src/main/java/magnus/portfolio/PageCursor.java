package magnus.portfolio;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import magnus.basics.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** A place in a portfolio's history, written as {@code 2024-01-31.17}. */
record PageCursor(LocalDate date, long number) {

  private static final LocalDate AFTER_ALL = LocalDate.of(9999, 12, 31);

  static PageCursor parse(@Nullable String text) {
    if (text == null) {
      return new PageCursor(AFTER_ALL, Long.MAX_VALUE);
    }
    int dot = text.indexOf('.');
    try {
      return new PageCursor(
          LocalDate.parse(text.substring(0, dot)), Long.parseLong(text.substring(dot + 1)));
    } catch (DateTimeParseException | NumberFormatException | StringIndexOutOfBoundsException e) {
      throw Refusal.malformed("before", text, "the 'next' of an earlier page");
    }
  }

  String text() {
    return date + "." + number;
  }
}
