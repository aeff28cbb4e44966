package magnus.prefetch.sequence;

import java.util.Arrays;

/** Who stands behind each item, as bits of users: the scratch pad of the rule of k users. */
final class Support {

  private long[] bits = new long[1024];
  private int[] stamps = new int[1024];
  private int stamp;

  void clear() {
    stamp++;
  }

  void add(int item, long bit) {
    if (item >= bits.length) {
      int length = Math.max(item + 1, 2 * bits.length);
      bits = Arrays.copyOf(bits, length);
      stamps = Arrays.copyOf(stamps, length);
    }
    bits[item] = stamps[item] == stamp ? bits[item] | bit : bit;
    stamps[item] = stamp;
  }

  /** Whether at least k users stand behind the item. */
  boolean of(int item, int k) {
    return item < bits.length && stamps[item] == stamp && Long.bitCount(bits[item]) >= k;
  }
}
