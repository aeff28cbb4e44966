package magnus.market.imported;

import java.time.LocalDate;

/**
 * Dates as files write them: {@code 2014-06-02}, {@code 2014/06/02}, {@code 20140602}, {@code
 * 6/2/2014} (month first), {@code 2.6.2014} (day first), each also with a time behind it, which is
 * not looked at.
 */
final class Dates {

  static final String EXPECTED = "a date such as 2014-06-02, 20140602 or 6/2/2014";

  private static final int EARLIEST = 1800;
  private static final int LATEST = 2200;

  private Dates() {}

  /** The epoch day, or {@link CsvRow#NO_DAY}. */
  static int parse(char[] chars, int begin, int end) {
    int[] parts = new int[3];
    int part = 0;
    int digits = 0;
    int firstDigits = 0;
    char separator = 0;
    int at = begin;
    for (; at < end; at++) {
      char c = chars[at];
      if (c >= '0' && c <= '9') {
        if (++digits > 8) {
          return CsvRow.NO_DAY;
        }
        parts[part] = parts[part] * 10 + (c - '0');
      } else if ((c == '-' || c == '/' || c == '.') && part < 2 && (part == 0 || c == separator)) {
        if (digits == 0) {
          return CsvRow.NO_DAY;
        }
        separator = c;
        if (part == 0) {
          firstDigits = digits;
        }
        part++;
        digits = 0;
      } else if (isTime(chars, at, end)) {
        break;
      } else {
        return CsvRow.NO_DAY;
      }
    }
    if (part == 0 && digits == 8) {
      return day(parts[0] / 10_000, parts[0] / 100 % 100, parts[0] % 100);
    }
    if (part != 2 || digits == 0) {
      return CsvRow.NO_DAY;
    }
    if (firstDigits == 4 && digits <= 2) {
      return day(parts[0], parts[1], parts[2]);
    }
    if (digits != 4 || firstDigits > 2) {
      return CsvRow.NO_DAY;
    }
    return switch (separator) {
      case '/' -> day(parts[2], parts[0], parts[1]);
      case '.' -> day(parts[2], parts[1], parts[0]);
      default -> CsvRow.NO_DAY;
    };
  }

  /** Whether what stands there is {@code T} or a blank and then a time. */
  private static boolean isTime(char[] chars, int at, int end) {
    return at + 2 < end
        && (chars[at] == ' ' || chars[at] == 'T')
        && chars[at + 1] >= '0'
        && chars[at + 1] <= '2'
        && (chars[at + 2] == ':' || (chars[at + 2] >= '0' && chars[at + 2] <= '9'));
  }

  private static int day(int year, int month, int day) {
    if (year < EARLIEST || year > LATEST || month < 1 || month > 12 || day < 1) {
      return CsvRow.NO_DAY;
    }
    int longest =
        switch (month) {
          case 2 -> year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
          case 4, 6, 9, 11 -> 30;
          default -> 31;
        };
    return day > longest ? CsvRow.NO_DAY : (int) LocalDate.of(year, month, day).toEpochDay();
  }
}
