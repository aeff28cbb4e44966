package magnus.portfolio.imports;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the dates of one file. Years have four digits; a time of day after the date is left out.
 * Whether {@code 01-09-2021} is in January or in September is decided once for the whole file, from
 * the dates that can be read in one way only; where all can be read in both, by the format's
 * custom, and {@link #remark} says so.
 */
final class DateReading {

  /** Order of day and month. */
  enum Order {
    DAY_FIRST,
    MONTH_FIRST
  }

  private static final int EARLIEST_YEAR = 1970;
  private static final int LATEST_YEAR = 2199;

  private static final String TIME =
      "(?:[T\\s;,]+\\d{1,2}:?\\d{2}(?::?\\d{2})?(?:[.,]\\d+)?\\s*(?:[AaPp][Mm])?\\s*(?:Z|[+-]\\d{2}:?\\d{2}|[A-Za-z/_]{1,20})?)?";
  private static final Pattern DIGITS =
      Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(?:\\d{4}(?:\\d{2})?)?" + TIME);
  private static final Pattern ISO =
      Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})" + TIME);
  private static final Pattern NUMBERS =
      Pattern.compile("(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4})" + TIME);
  private static final Pattern MONTH_NAMED =
      Pattern.compile("([A-Za-z]{3,9})\\.?[-\\s]+(\\d{1,2})(?:,\\s*|[-\\s]+)(\\d{4})" + TIME);
  private static final Pattern DAY_MONTH_NAMED =
      Pattern.compile("(\\d{1,2})[-\\s]+([A-Za-z]{3,9})\\.?[-,\\s]+(\\d{4})" + TIME);
  private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";

  private final Order order;
  private final boolean torn;
  private final String remark;

  private DateReading(Order order, boolean torn, String remark) {
    this.order = order;
    this.torn = torn;
    this.remark = remark;
  }

  /** Decides from all dates of a file; {@code custom} is what the format's files usually do. */
  static DateReading of(Collection<String> dates, Order custom) {
    String dayFirst = "";
    String monthFirst = "";
    String either = "";
    for (String date : dates) {
      Matcher m = NUMBERS.matcher(date.trim());
      if (!m.matches()) {
        continue;
      }
      int first = Integer.parseInt(m.group(1));
      int second = Integer.parseInt(m.group(3));
      if (first > 12 && second <= 12) {
        dayFirst = date;
      } else if (second > 12 && first <= 12) {
        monthFirst = date;
      } else if (first != second) {
        either = date;
      }
    }
    if (!dayFirst.isEmpty() && !monthFirst.isEmpty()) {
      String remark =
          "The file has dates with the day first ("
              + dayFirst
              + ") and with the month first ("
              + monthFirst
              + "): dates that can be read in both ways are refused.";
      return new DateReading(custom, true, remark);
    }
    if (!dayFirst.isEmpty()) {
      return new DateReading(Order.DAY_FIRST, false, "");
    }
    if (!monthFirst.isEmpty()) {
      return new DateReading(Order.MONTH_FIRST, false, "");
    }
    String remark = "";
    if (!either.isEmpty()) {
      DateReading guess = new DateReading(custom, false, "");
      remark =
          "Every date of the file can be read with the day or with the month first; they are read"
              + (custom == Order.DAY_FIRST ? " day" : " month")
              + " first, as this format has them: "
              + either
              + " is "
              + guess.find(either).map(LocalDate::toString).orElse("none")
              + ".";
    }
    return new DateReading(custom, false, remark);
  }

  /** A sentence about how dates were read, where that was not certain; else empty. */
  String remark() {
    return remark;
  }

  /** What a date looks like, for people. */
  String expected() {
    return torn
        ? "a date that can be read in one way only, such as 2021-09-16"
        : "a date from 1970 on with a four-digit year, such as "
            + (order == Order.DAY_FIRST ? "16-09-2021" : "09/16/2021")
            + " or 2021-09-16";
  }

  /** The date, or empty when the text is none. */
  Optional<LocalDate> find(String text) {
    String t = text.trim();
    Matcher m = DIGITS.matcher(t);
    if (m.matches()) {
      return date(m.group(1), m.group(2), m.group(3));
    }
    m = ISO.matcher(t);
    if (m.matches()) {
      return date(m.group(1), m.group(2), m.group(3));
    }
    m = NUMBERS.matcher(t);
    if (m.matches()) {
      return numbers(m.group(1), m.group(3), m.group(4));
    }
    m = MONTH_NAMED.matcher(t);
    if (m.matches()) {
      return date(m.group(3), month(m.group(1)), m.group(2));
    }
    m = DAY_MONTH_NAMED.matcher(t);
    if (m.matches()) {
      return date(m.group(3), month(m.group(2)), m.group(1));
    }
    return Optional.empty();
  }

  private Optional<LocalDate> numbers(String first, String second, String year) {
    int a = Integer.parseInt(first);
    int b = Integer.parseInt(second);
    if (torn) {
      if (a <= 12 && b <= 12 && a != b) {
        return Optional.empty();
      }
      return a > 12 ? date(year, second, first) : date(year, first, second);
    }
    return order == Order.DAY_FIRST ? date(year, second, first) : date(year, first, second);
  }

  private static String month(String name) {
    int at = MONTHS.indexOf(name.substring(0, 3).toLowerCase(Locale.ROOT));
    return at >= 0 && at % 3 == 0 ? String.valueOf(at / 3 + 1) : "0";
  }

  private static Optional<LocalDate> date(String year, String month, String day) {
    int y = Integer.parseInt(year);
    if (y < EARLIEST_YEAR || y > LATEST_YEAR) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.of(y, Integer.parseInt(month), Integer.parseInt(day)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
