package magnus.prefetch.sequence;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * {@link Successors} by the key of a state: an open-addressed table, bounded. When it is full, the
 * states seen least often are thrown out, half of them at once.
 */
final class SuccessorTable {

  /** Room for items that wait for the k-th user: where they push each other out, that shows. */
  private static final int WAITING = 4;

  private final int k;
  private final int mostStates;
  private final int mostSuccessors;
  private long[] keys = new long[64];
  private @Nullable Successors[] rows = new Successors[64];
  private final Successors.Mark mark = new Successors.Mark();
  private int size;

  /**
   * @param k how many users must have gone from a state to an item before others are shown it
   */
  SuccessorTable(int k, int mostStates, int mostSuccessors) {
    this.k = k;
    this.mostStates = mostStates;
    this.mostSuccessors = k > 1 ? WAITING * mostSuccessors : mostSuccessors;
  }

  @Nullable Successors find(long key) {
    return rows[slot(key)];
  }

  void add(long key, int item, int user) {
    add(key, item, user, 1);
  }

  void add(long key, int item, int user, float weight) {
    add(key, item, user, weight, mark);
  }

  /** Leaves in the mark whether k users stand behind it now. */
  void add(long key, int item, int user, float weight, Successors.Mark backed) {
    int slot = slot(key);
    Successors row = rows[slot];
    if (row == null) {
      if (size == mostStates) {
        throwOut();
        slot = slot(key);
      } else if (2 * size >= keys.length) {
        resize(2 * keys.length, 0);
        slot = slot(key);
      }
      row = new Successors();
      keys[slot] = key;
      rows[slot] = row;
      size++;
    }
    row.add(k, item, user, weight, mostSuccessors, backed);
  }

  private int slot(long key) {
    int mask = keys.length - 1;
    int slot = (int) Hash.of(key, 0) & mask;
    while (rows[slot] != null && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void throwOut() {
    float[] totals = new float[size];
    int n = 0;
    for (Successors row : rows) {
      if (row != null) {
        totals[n++] = row.total();
      }
    }
    Arrays.sort(totals);
    resize(keys.length, totals[n / 2]);
  }

  /** Keeps the states seen at least {@code least} times, three quarters of the bound at most. */
  private void resize(int length, float least) {
    long[] oldKeys = keys;
    @Nullable Successors[] oldRows = rows;
    keys = new long[length];
    rows = new Successors[length];
    size = 0;
    int room = least > 0 ? mostStates * 3 / 4 : Integer.MAX_VALUE;
    for (int i = 0; i < oldRows.length; i++) {
      Successors row = oldRows[i];
      if (row != null && size < room && (least <= 0 || row.total() > least)) {
        insert(oldKeys[i], row);
      }
    }
    for (int i = 0; least > 0 && i < oldRows.length && size < mostStates / 2; i++) {
      Successors row = oldRows[i];
      if (row != null && row.total() == least) {
        insert(oldKeys[i], row);
      }
    }
  }

  private void insert(long key, Successors row) {
    int slot = slot(key);
    keys[slot] = key;
    rows[slot] = row;
    size++;
  }

  int size() {
    return size;
  }

  long memoryBytes() {
    long bytes = 12L * keys.length;
    for (Successors row : rows) {
      bytes += row == null ? 0 : row.memoryBytes();
    }
    return bytes;
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(keys.length);
    out.writeInt(size);
    for (int i = 0; i < keys.length; i++) {
      Successors row = rows[i];
      if (row != null) {
        out.writeInt(i);
        out.writeLong(keys[i]);
        row.write(out);
      }
    }
  }

  void read(DataInput in) throws IOException {
    int length = in.readInt();
    size = in.readInt();
    keys = new long[length];
    rows = new Successors[length];
    for (int i = 0; i < size; i++) {
      int slot = in.readInt();
      keys[slot] = in.readLong();
      rows[slot] = Successors.from(in);
    }
  }
}
