package magnus.market.imported;

import java.util.Arrays;

/**
 * One row of a CSV file, as characters; used again for the next row. Numbers and dates are read
 * from the characters directly, without a string in between: that is what makes an import fast.
 */
final class CsvRow {

  /** Not a number or date of any known form. */
  static final int NO_DAY = Integer.MIN_VALUE;

  private static final int MOST_FIELDS = 20_000;
  private static final int MOST_CHARS = 1_000_000;

  private char[] chars = new char[256];
  private int[] ends = new int[32];
  private int size;
  private int line;
  private boolean decimalComma;

  void begin(int atLine) {
    line = atLine;
    size = 0;
  }

  void add(char[] from, int offset, int length) {
    int begin = size == 0 ? 0 : ends[size - 1];
    if (size >= MOST_FIELDS || begin + length > MOST_CHARS) {
      throw new EndlessLineException(line);
    }
    if (begin + length > chars.length) {
      chars = Arrays.copyOf(chars, Math.max(begin + length, chars.length * 2));
    }
    if (size == ends.length) {
      ends = Arrays.copyOf(ends, size * 2);
    }
    int end = offset + length;
    int start = offset;
    while (start < end && from[start] <= ' ') {
      start++;
    }
    while (end > start && from[end - 1] <= ' ') {
      end--;
    }
    System.arraycopy(from, start, chars, begin, end - start);
    ends[size++] = begin + end - start;
  }

  void decimalComma(boolean yes) {
    decimalComma = yes;
  }

  int size() {
    return size;
  }

  /** From 1. */
  int line() {
    return line;
  }

  private int start(int field) {
    return field == 0 ? 0 : ends[field - 1];
  }

  int length(int field) {
    return field >= 0 && field < size ? ends[field] - start(field) : 0;
  }

  /** The field without surrounding blanks; empty where the row has no such field. */
  String text(int field) {
    return length(field) == 0 ? "" : new String(chars, start(field), length(field));
  }

  boolean is(int field, String text) {
    int begin = start(field);
    if (length(field) != text.length()) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (chars[begin + i] != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Whether nothing stands there, or one of the words for nothing. */
  boolean isBlank(int field) {
    int n = length(field);
    if (n == 0) {
      return true;
    }
    char first = chars[start(field)];
    if (first >= '0' && first <= '9') {
      return false;
    }
    return switch (n) {
      case 1 -> first == '-' || first == '.';
      case 2, 3, 4 -> Numbers.isWordForNothing(text(field));
      default -> false;
    };
  }

  /** The field as a number, NaN where it is none. */
  double number(int field) {
    return Numbers.parse(chars, start(field), ends[field], decimalComma);
  }

  /** The field as an epoch day, {@link #NO_DAY} where it is no date. */
  int day(int field) {
    return length(field) == 0 ? NO_DAY : Dates.parse(chars, start(field), ends[field]);
  }
}
