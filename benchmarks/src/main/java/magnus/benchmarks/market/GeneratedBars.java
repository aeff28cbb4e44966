package magnus.benchmarks.market;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.SplittableRandom;

/** A CSV file of daily bars of any length that is made as it is read. */
final class GeneratedBars extends InputStream {

  private static final int DAYS_PER_SYMBOL = 2_500;
  private static final LocalDate FIRST = LocalDate.of(2010, 1, 1);

  private final long rows;
  private final int symbols;
  private final boolean byDay;
  private final SplittableRandom random = new SplittableRandom(1);
  private final String[] dates = new String[DAYS_PER_SYMBOL];
  private final StringBuilder text = new StringBuilder(8 * 1024);
  private byte[] buffer =
      "symbol,date,open,high,low,close,volume\n".getBytes(StandardCharsets.US_ASCII);
  private int at;
  private long row;

  /**
   * @param byDay whether all symbols of a day stand together, instead of all days of a symbol
   */
  GeneratedBars(long rows, boolean byDay) {
    this.rows = rows;
    this.byDay = byDay;
    symbols = (int) Math.max(1, rows / DAYS_PER_SYMBOL);
    LocalDate date = FIRST;
    for (int i = 0; i < DAYS_PER_SYMBOL; i++) {
      dates[i] = date.toString();
      date = date.plusDays(date.getDayOfWeek().getValue() == 5 ? 3 : 1);
    }
  }

  @Override
  public int read() {
    return fill() ? buffer[at++] : -1;
  }

  @Override
  public int read(byte[] into, int offset, int length) {
    if (!fill()) {
      return -1;
    }
    int n = Math.min(length, buffer.length - at);
    System.arraycopy(buffer, at, into, offset, n);
    at += n;
    return n;
  }

  private boolean fill() {
    if (at < buffer.length) {
      return true;
    }
    text.setLength(0);
    for (int i = 0; i < 150 && row < rows; i++, row++) {
      add(
          (int) (byDay ? row % symbols : row / DAYS_PER_SYMBOL),
          (int) (byDay ? row / symbols : row % DAYS_PER_SYMBOL));
    }
    buffer = text.toString().getBytes(StandardCharsets.US_ASCII);
    at = 0;
    return buffer.length > 0;
  }

  private void add(int symbol, int day) {
    int open = 5_000 + random.nextInt(500);
    int close = 5_000 + random.nextInt(500);
    text.append('S').append(symbol).append(',').append(dates[day % DAYS_PER_SYMBOL]).append(',');
    price(open).append(',');
    price(Math.max(open, close) + 50).append(',');
    price(Math.min(open, close) - 50).append(',');
    price(close).append(',').append(1_000 + random.nextInt(9_000_000)).append('\n');
  }

  private StringBuilder price(int cents) {
    text.append(cents / 100).append('.');
    int rest = cents % 100;
    return rest < 10 ? text.append('0').append(rest) : text.append(rest);
  }
}
