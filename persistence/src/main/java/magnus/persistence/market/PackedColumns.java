package magnus.persistence.market;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Columns of doubles in a block of bytes, without loss.
 *
 * <p>A column whose every value is a whole multiple of 10⁻ᵏ (0 ≤ k ≤ 6), as prices and volumes
 * mostly are, is kept as whole numbers above its least one, in two or four bytes each; any other as
 * it is, in eight; one that holds nothing but NaN in none. A year of daily bars takes some 14 bytes
 * a bar.
 *
 * <p>Layout: version (1 byte), rows (4), columns (1), then per column its tag (1) and values.
 */
final class PackedColumns {

  private static final byte VERSION = 1;
  private static final int HEADER = 6;

  private static final int FINEST = 6;
  private static final double[] POWER = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000};
  private static final double BIGGEST = 1L << 52;

  /** Tags: {@code SHORTS + k}, {@code INTS + k} with the least value (8 bytes) in front. */
  private static final int SHORTS = 0;

  private static final int INTS = 16;
  private static final int RAW = 64;
  private static final int NOTHING = 65;

  private PackedColumns() {}

  /** The first {@code rows} values of each column. */
  static byte[] pack(int rows, double[]... columns) {
    ByteBuffer out = ByteBuffer.allocate(HEADER + columns.length * (9 + 8 * rows));
    out.put(VERSION).putInt(rows).put((byte) columns.length);
    long[] scaled = new long[rows];
    for (double[] column : columns) {
      packColumn(rows, column, scaled, out);
    }
    return Arrays.copyOf(out.array(), out.position());
  }

  private static void packColumn(int rows, double[] column, long[] scaled, ByteBuffer out) {
    if (holdsNothing(rows, column)) {
      out.put((byte) NOTHING);
      return;
    }
    int k = scale(rows, column, scaled);
    if (k < 0) {
      out.put((byte) RAW);
      for (int i = 0; i < rows; i++) {
        out.putDouble(column[i]);
      }
      return;
    }
    long least = Long.MAX_VALUE;
    long most = Long.MIN_VALUE;
    for (int i = 0; i < rows; i++) {
      least = Math.min(least, scaled[i]);
      most = Math.max(most, scaled[i]);
    }
    if (most - least <= 0xFFFF) {
      out.put((byte) (SHORTS + k)).putLong(least);
      for (int i = 0; i < rows; i++) {
        out.putShort((short) (scaled[i] - least));
      }
    } else if (most - least <= 0xFFFF_FFFFL) {
      out.put((byte) (INTS + k)).putLong(least);
      for (int i = 0; i < rows; i++) {
        out.putInt((int) (scaled[i] - least));
      }
    } else {
      out.put((byte) RAW);
      for (int i = 0; i < rows; i++) {
        out.putDouble(column[i]);
      }
    }
  }

  private static boolean holdsNothing(int rows, double[] column) {
    for (int i = 0; i < rows; i++) {
      if (!Double.isNaN(column[i])) {
        return false;
      }
    }
    return true;
  }

  /** The least k at which all values are whole, with those in {@code scaled}; −1 if none is. */
  private static int scale(int rows, double[] column, long[] scaled) {
    int k = 0;
    for (int i = 0; i < rows; i++) {
      double v = column[i];
      long whole = fit(v, k);
      if (whole == Long.MIN_VALUE) {
        do {
          if (++k > FINEST) {
            return -1;
          }
          whole = fit(v, k);
        } while (whole == Long.MIN_VALUE);
        for (int j = 0; j < i; j++) {
          scaled[j] = fit(column[j], k);
          if (scaled[j] == Long.MIN_VALUE) {
            return -1;
          }
        }
      }
      scaled[i] = whole;
    }
    return k;
  }

  /** {@code v · 10ᵏ} where dividing it again gives {@code v} to the bit, else the least long. */
  private static long fit(double v, int k) {
    double times = v * POWER[k];
    if (!(Math.abs(times) < BIGGEST)) {
      return Long.MIN_VALUE;
    }
    long whole = (long) (times + (times < 0 ? -0.5 : 0.5));
    boolean same = Double.doubleToRawLongBits(whole / POWER[k]) == Double.doubleToRawLongBits(v);
    return same ? whole : Long.MIN_VALUE;
  }

  /** Rows of a block. */
  static int rows(byte[] packed) {
    return open(packed).getInt();
  }

  /**
   * The columns of a block.
   *
   * @throws IllegalArgumentException when these are not bytes that {@link #pack} made
   */
  static double[][] unpack(byte[] packed) {
    ByteBuffer in = open(packed);
    int rows = in.getInt();
    double[][] columns = new double[in.get()][];
    for (int c = 0; c < columns.length; c++) {
      columns[c] = unpackColumn(rows, in);
    }
    return columns;
  }

  private static ByteBuffer open(byte[] packed) {
    ByteBuffer in = ByteBuffer.wrap(packed);
    byte version = in.get();
    if (version != VERSION) {
      throw new IllegalArgumentException(
          "a block of version " + version + ", this program reads version " + VERSION);
    }
    return in;
  }

  private static double[] unpackColumn(int rows, ByteBuffer in) {
    double[] column = new double[rows];
    int tag = in.get();
    if (tag == NOTHING) {
      Arrays.fill(column, Double.NaN);
    } else if (tag == RAW) {
      for (int i = 0; i < rows; i++) {
        column[i] = in.getDouble();
      }
    } else if (tag >= INTS) {
      double power = POWER[tag - INTS];
      long least = in.getLong();
      for (int i = 0; i < rows; i++) {
        column[i] = (least + Integer.toUnsignedLong(in.getInt())) / power;
      }
    } else {
      double power = POWER[tag - SHORTS];
      long least = in.getLong();
      for (int i = 0; i < rows; i++) {
        column[i] = (least + Short.toUnsignedInt(in.getShort())) / power;
      }
    }
    return column;
  }
}
