package magnus.prefetch.sequence;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * Which items came after one state, how often, how often of late, and how many users did so. When
 * full, the item seen least of late gives way to the new one (as in Metwally's Space-Saving, 2005,
 * but without its count, so that no count is too high).
 *
 * <p>"Of late" is counted in visits of this state: every visit shrinks the weight of the earlier
 * ones by {@link #FADE}. Instead of shrinking them all, the weight of a visit grows.
 */
final class Successors {

  private static final float FADE = 1.04f;
  private static final float LARGE = 1e20f;

  private int[] items = new int[2];
  private float[] counts = new float[2];
  private float[] recents = new float[2];
  private long[] users = new long[2];
  private int size;
  private float step = 1;

  int size() {
    return size;
  }

  int item(int index) {
    return items[index];
  }

  float count(int index) {
    return counts[index];
  }

  /** How often of late; the latest visit counts 1. */
  float recent(int index) {
    return recents[index] / step;
  }

  /**
   * Whether at least {@code k} different users went there. Users are told apart by one of 64 bits,
   * so two may pass for one, but never one for two.
   */
  boolean seenBy(int k, int index) {
    return k <= 1 || Long.bitCount(users[index]) >= k;
  }

  void add(int item, int user, float weight, int most) {
    step *= FADE;
    if (step > LARGE) {
      for (int i = 0; i < size; i++) {
        recents[i] /= step;
      }
      step = 1;
    }
    int index = place(item, most);
    counts[index] += weight;
    recents[index] += weight * step;
    users[index] |= userBit(user);
  }

  static long userBit(int user) {
    return user < 0 ? 0 : 1L << (Hash.of(user, 77) >>> 58);
  }

  private int place(int item, int most) {
    for (int i = 0; i < size; i++) {
      if (items[i] == item) {
        return i;
      }
    }
    if (size == most) {
      int least = 0;
      for (int i = 1; i < size; i++) {
        if (recents[i] < recents[least]) {
          least = i;
        }
      }
      set(least, item);
      return least;
    }
    if (size == items.length) {
      int length = Math.min(most, 2 * size);
      items = Arrays.copyOf(items, length);
      counts = Arrays.copyOf(counts, length);
      recents = Arrays.copyOf(recents, length);
      users = Arrays.copyOf(users, length);
    }
    set(size, item);
    return size++;
  }

  private void set(int index, int item) {
    items[index] = item;
    counts[index] = 0;
    recents[index] = 0;
    users[index] = 0;
  }

  float total() {
    float total = 0;
    for (int i = 0; i < size; i++) {
      total += counts[i];
    }
    return total;
  }

  long memoryBytes() {
    return 104 + 20L * items.length;
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(size);
    out.writeInt(items.length);
    out.writeFloat(step);
    for (int i = 0; i < size; i++) {
      out.writeInt(items[i]);
      out.writeFloat(counts[i]);
      out.writeFloat(recents[i]);
      out.writeLong(users[i]);
    }
  }

  static Successors from(DataInput in) throws IOException {
    Successors read = new Successors();
    read.size = in.readInt();
    int length = in.readInt();
    read.step = in.readFloat();
    read.items = new int[length];
    read.counts = new float[length];
    read.recents = new float[length];
    read.users = new long[length];
    for (int i = 0; i < read.size; i++) {
      read.items[i] = in.readInt();
      read.counts[i] = in.readFloat();
      read.recents[i] = in.readFloat();
      read.users[i] = in.readLong();
    }
    return read;
  }
}
