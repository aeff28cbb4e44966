package magnus.prefetch.sequence;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * How many users stand behind each item, within the latest so many steps, more or less: two
 * generations of hashed bits, of which the older goes when the younger is full. Two users may pass
 * for one, never one for two.
 */
final class Witnesses {

  /** For witnesses who are never forgotten. */
  static final long FOREVER = Long.MAX_VALUE;

  private final int k;
  private final long generation;
  private long[] young = new long[0];
  private long[] old = new long[0];
  private long aged;

  /**
   * @param k how many are enough
   * @param generation after how many steps the younger generation is the older one
   */
  Witnesses(int k, long generation) {
    this.k = k;
    this.generation = generation;
  }

  /** The bit that stands for a user; none for one who is not known. */
  static long bit(int user) {
    return user < 0 ? 0 : 1L << (Hash.of(user, 77) >>> 58);
  }

  void add(int item, int user) {
    if (k <= 1) {
      return;
    }
    if (item >= young.length) {
      int length = Math.max(item + 1, Math.max(256, 2 * young.length));
      young = Arrays.copyOf(young, length);
      old = generation == FOREVER ? old : Arrays.copyOf(old, length);
    }
    young[item] |= bit(user);
  }

  /** One more step was made; which steps count is the caller's choice. */
  void age() {
    if (k > 1 && ++aged % generation == 0) {
      old = young;
      young = new long[old.length];
    }
  }

  /** Whether at least k users stand behind the item. */
  boolean enough(int item) {
    if (k <= 1) {
      return true;
    }
    long bits = item < young.length ? young[item] : 0;
    return Long.bitCount(item < old.length ? bits | old[item] : bits) >= k;
  }

  long memoryBytes() {
    return 8L * (young.length + old.length);
  }

  void write(DataOutput out) throws IOException {
    out.writeLong(aged);
    Numbers.write(young, out);
    Numbers.write(old, out);
  }

  void read(DataInput in) throws IOException {
    aged = in.readLong();
    young = Numbers.readLongs(in);
    old = Numbers.readLongs(in);
  }
}
