package magnus.persistence.market;

import java.util.Arrays;
import java.util.List;

/**
 * Daily bars as columns, ascending by day. The arrays are not copied: do not write to them.
 *
 * @param days epoch days
 */
public record StoredBars(
    int[] days, double[] open, double[] high, double[] low, double[] close, double[] volume) {

  private static final StoredBars NONE =
      new StoredBars(
          new int[0], new double[0], new double[0], new double[0], new double[0], new double[0]);

  public static StoredBars none() {
    return NONE;
  }

  public int size() {
    return days.length;
  }

  /** The bars with {@code from ≤ epoch day ≤ to}. */
  public StoredBars between(long from, long to) {
    int begin = lowerBound(from);
    int end = lowerBound(to + 1);
    if (begin >= end) {
      return NONE;
    }
    return begin == 0 && end == days.length
        ? this
        : new StoredBars(
            Arrays.copyOfRange(days, begin, end),
            Arrays.copyOfRange(open, begin, end),
            Arrays.copyOfRange(high, begin, end),
            Arrays.copyOfRange(low, begin, end),
            Arrays.copyOfRange(close, begin, end),
            Arrays.copyOfRange(volume, begin, end));
  }

  private int lowerBound(long day) {
    int low = 0;
    int high = days.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (days[middle] < day) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Both, by day; where both have a day, {@code preferred} has it. */
  public static StoredBars merge(StoredBars preferred, StoredBars other) {
    if (preferred.size() == 0) {
      return other;
    }
    if (other.size() == 0) {
      return preferred;
    }
    BarBuffer merged = new BarBuffer(preferred.size() + other.size());
    int i = 0;
    int j = 0;
    while (i < preferred.size() || j < other.size()) {
      if (j == other.size() || (i < preferred.size() && preferred.days[i] <= other.days[j])) {
        if (j < other.size() && preferred.days[i] == other.days[j]) {
          j++;
        }
        merged.add(preferred, i++);
      } else {
        merged.add(other, j++);
      }
    }
    return merged.toBars();
  }

  static StoredBars unpack(byte[] packed) {
    double[][] columns = PackedColumns.unpack(packed);
    int[] days = new int[columns[0].length];
    for (int i = 0; i < days.length; i++) {
      days[i] = (int) columns[0][i];
    }
    return new StoredBars(days, columns[1], columns[2], columns[3], columns[4], columns[5]);
  }

  /** Blocks that follow one another in time. */
  static StoredBars unpackAll(List<byte[]> blocks) {
    if (blocks.isEmpty()) {
      return NONE;
    }
    if (blocks.size() == 1) {
      return unpack(blocks.get(0));
    }
    int rows = blocks.stream().mapToInt(PackedColumns::rows).sum();
    StoredBars all =
        new StoredBars(
            new int[rows],
            new double[rows],
            new double[rows],
            new double[rows],
            new double[rows],
            new double[rows]);
    int at = 0;
    for (byte[] block : blocks) {
      StoredBars part = unpack(block);
      int n = part.size();
      System.arraycopy(part.days, 0, all.days, at, n);
      System.arraycopy(part.open, 0, all.open, at, n);
      System.arraycopy(part.high, 0, all.high, at, n);
      System.arraycopy(part.low, 0, all.low, at, n);
      System.arraycopy(part.close, 0, all.close, at, n);
      System.arraycopy(part.volume, 0, all.volume, at, n);
      at += n;
    }
    return all;
  }

  byte[] pack() {
    double[] asDoubles = new double[days.length];
    for (int i = 0; i < days.length; i++) {
      asDoubles[i] = days[i];
    }
    return PackedColumns.pack(days.length, asDoubles, open, high, low, close, volume);
  }
}
