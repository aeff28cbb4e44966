package magnus.prefetch.sequence;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * Which items came after one state, how often, how often of late, and how many users did so. When
 * full, the item seen least of late gives way to the new one (as in Metwally's Space-Saving, 2005,
 * but without its count, so that no count is too high); items that fewer than k users went to go
 * first.
 *
 * <p>"Of late" is counted in visits of this state: every visit shrinks the weight of the earlier
 * ones by {@link #FADE}. Instead of shrinking them all, the weight of a visit grows. A visit that
 * fewer than k users made shrinks nothing, or others could tell that somebody went where they do
 * not see.
 *
 * <p>Users are told apart by one of 64 bits, so two may pass for one, but never one for two. Who
 * counts for what was done of late did it within the last {@value #GENERATION} visits or the as
 * many before: an earlier visit weighs less than a tenth of a new one.
 */
final class Successors {

  private static final float FADE = 1.04f;
  private static final float LARGE = 1e20f;
  private static final int GENERATION = 64;

  /** Places of an item's masks: of all users, of the younger and of the older generation. */
  private static final int MASKS = 3;

  /** Whether k users stand behind what was just added. */
  static final class Mark {
    private boolean backed;

    boolean isBacked() {
      return backed;
    }
  }

  private int[] items = new int[2];
  private float[] counts = new float[2];
  private float[] recents = new float[2];
  private long[] users = {};
  private int[] touched = {};
  private int size;
  private float step = 1;
  private int visits;
  private int backedVisits;

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

  /** Whether at least {@code k} users went there. */
  boolean seenBy(int k, int index) {
    return k <= 1 || Long.bitCount(users[MASKS * index]) >= k;
  }

  /** Whether at least {@code k} users went there of late. */
  boolean seenOfLateBy(int k, int index) {
    return k <= 1 || Long.bitCount(users[MASKS * index + 1] | users[MASKS * index + 2]) >= k;
  }

  void add(int k, int item, int user, float weight, int most, Mark mark) {
    int index = place(k, item, most);
    if (k > 1) {
      long bit = Witnesses.bit(user);
      users[MASKS * index] |= bit;
      users[MASKS * index + 1] |= bit;
      touched[index] = ++visits;
    }
    mark.backed = seenBy(k, index);
    if (mark.backed) {
      fade(k);
    }
    counts[index] += weight;
    recents[index] += weight * step;
  }

  private void fade(int k) {
    step *= FADE;
    if (step > LARGE) {
      for (int i = 0; i < size; i++) {
        recents[i] /= step;
      }
      step = 1;
    }
    if (k > 1 && ++backedVisits % GENERATION == 0) {
      for (int at = 0; at < MASKS * size; at += MASKS) {
        users[at + 2] = users[at + 1];
        users[at + 1] = 0;
      }
    }
  }

  private int place(int k, int item, int most) {
    for (int i = 0; i < size; i++) {
      if (items[i] == item) {
        return i;
      }
    }
    if (size == most) {
      int least = leastWanted(k);
      set(k, least, item);
      return least;
    }
    if (size == items.length || size == 0) {
      int length = size == 0 ? items.length : Math.min(most, 2 * size);
      items = Arrays.copyOf(items, length);
      counts = Arrays.copyOf(counts, length);
      recents = Arrays.copyOf(recents, length);
      users = k > 1 ? Arrays.copyOf(users, MASKS * length) : users;
      touched = k > 1 ? Arrays.copyOf(touched, length) : touched;
    }
    set(k, size, item);
    return size++;
  }

  /** Of what fewer than k users did the one not done for longest, else the one done least. */
  private int leastWanted(int k) {
    int least = -1;
    for (int i = 0; i < size; i++) {
      if (!seenBy(k, i) && (least < 0 || touched[i] < touched[least])) {
        least = i;
      }
    }
    if (least >= 0) {
      return least;
    }
    least = 0;
    for (int i = 1; i < size; i++) {
      if (recents[i] < recents[least]) {
        least = i;
      }
    }
    return least;
  }

  private void set(int k, int index, int item) {
    items[index] = item;
    counts[index] = 0;
    recents[index] = 0;
    if (k > 1) {
      Arrays.fill(users, MASKS * index, MASKS * (index + 1), 0);
    }
  }

  float total() {
    float total = 0;
    for (int i = 0; i < size; i++) {
      total += counts[i];
    }
    return total;
  }

  long memoryBytes() {
    return 120 + 12L * items.length + 8L * users.length + 4L * touched.length;
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(size);
    out.writeInt(items.length);
    out.writeFloat(step);
    out.writeInt(visits);
    out.writeInt(backedVisits);
    Numbers.write(items, size, out);
    for (int i = 0; i < size; i++) {
      out.writeFloat(counts[i]);
      out.writeFloat(recents[i]);
    }
    Numbers.write(users, out);
    out.writeInt(touched.length);
    Numbers.write(touched, touched.length, out);
  }

  static Successors from(DataInput in) throws IOException {
    Successors read = new Successors();
    read.size = in.readInt();
    int length = in.readInt();
    read.step = in.readFloat();
    read.visits = in.readInt();
    read.backedVisits = in.readInt();
    read.items = new int[length];
    read.counts = new float[length];
    read.recents = new float[length];
    Numbers.read(read.items, read.size, in);
    for (int i = 0; i < read.size; i++) {
      read.counts[i] = in.readFloat();
      read.recents[i] = in.readFloat();
    }
    read.users = Numbers.readLongs(in);
    read.touched = new int[in.readInt()];
    Numbers.read(read.touched, read.touched.length, in);
    return read;
  }
}
