package magnus.prefetch.sequence;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The latest sessions, and for each item the latest of them that have it. A long session is stored
 * in parts; each goes on from the last items of the one before.
 */
final class SessionStore {

  /** Items of one part. */
  static final int LENGTH = 24;

  private static final int OVERLAP = 8;

  private final int capacity;
  private final int mostPostings;
  private final int[] items;
  private final byte[] sizes;
  private final int[] users;
  private final long[] sessions;
  private final Map<Long, Integer> open = new HashMap<>();
  private int[][] postings = new int[1024][];
  private int[] postingCounts = new int[1024];
  private int next;

  /**
   * @param capacity how many sessions are kept
   * @param mostPostings how many of them are found by one item
   */
  SessionStore(int capacity, int mostPostings) {
    this.capacity = capacity;
    this.mostPostings = mostPostings;
    items = new int[capacity * LENGTH];
    sizes = new byte[capacity];
    users = new int[capacity];
    sessions = new long[capacity];
  }

  int capacity() {
    return capacity;
  }

  /** How many sessions are kept now. */
  int count() {
    return Math.min(next, capacity);
  }

  int size(int place) {
    return sizes[place];
  }

  int item(int place, int index) {
    return items[place * LENGTH + index];
  }

  int user(int place) {
    return users[place];
  }

  long session(int place) {
    return sessions[place];
  }

  /** How many sessions have been found with the item, those no longer kept as well. */
  int postings(int item) {
    return item >= 0 && item < postingCounts.length ? postingCounts[item] : 0;
  }

  /** Whether anything of the session is kept. */
  boolean isKept(long session) {
    return open.containsKey(session);
  }

  /**
   * Finds the sessions that have the item, the latest first.
   *
   * @param found where their places are put
   * @return how many
   */
  int find(int item, int most, int[] found) {
    int[] ring = item >= 0 && item < postings.length ? postings[item] : null;
    if (ring == null) {
      return 0;
    }
    int count = postingCounts[item];
    int held = Math.min(most, Math.min(count, ring.length));
    int at = (count - 1) % ring.length;
    for (int ago = 0; ago < held; ago++) {
      int number = ring[at];
      if (number < next - capacity) {
        return ago;
      }
      found[ago] = number % capacity;
      at = at == 0 ? ring.length - 1 : at - 1;
    }
    return held;
  }

  void learn(SessionContext context, int item) {
    Integer number = open.get(context.session());
    int place;
    if (number == null || number < next - capacity) {
      place = begin(context);
    } else {
      place = number % capacity;
      if (sizes[place] == LENGTH) {
        int[] last =
            Arrays.copyOfRange(items, (place + 1) * LENGTH - OVERLAP, (place + 1) * LENGTH);
        place = begin(context);
        for (int kept : last) {
          append(place, kept);
        }
      }
    }
    append(place, item);
  }

  private int begin(SessionContext context) {
    int place = next % capacity;
    if (next >= capacity) {
      open.remove(sessions[place], next - capacity);
    }
    sizes[place] = 0;
    users[place] = context.user();
    sessions[place] = context.session();
    open.put(context.session(), next);
    next++;
    return place;
  }

  private void append(int place, int item) {
    boolean seen = false;
    for (int i = 0; i < sizes[place]; i++) {
      seen |= item(place, i) == item;
    }
    items[place * LENGTH + sizes[place]++] = item;
    if (!seen) {
      post(item, sessionNumber(place));
    }
  }

  private int sessionNumber(int place) {
    int number = (next - 1) / capacity * capacity + place;
    return number < next ? number : number - capacity;
  }

  private void post(int item, int number) {
    if (item >= postings.length) {
      int length = Math.max(item + 1, 2 * postings.length);
      postings = Arrays.copyOf(postings, length);
      postingCounts = Arrays.copyOf(postingCounts, length);
    }
    int[] ring = postings[item];
    int count = postingCounts[item];
    if (ring == null) {
      ring = new int[2];
      postings[item] = ring;
    } else if (count == ring.length && count < mostPostings) {
      ring = Arrays.copyOf(ring, Math.min(mostPostings, 2 * count));
      postings[item] = ring;
    }
    ring[count % ring.length] = number;
    postingCounts[item]++;
  }

  long memoryBytes() {
    long bytes = 4L * items.length + 13L * capacity + 80L * open.size() + 12L * postings.length;
    for (int[] ring : postings) {
      bytes += ring == null ? 0 : 16 + 4L * ring.length;
    }
    return bytes;
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(next);
    for (int number = Math.max(0, next - capacity); number < next; number++) {
      int place = number % capacity;
      out.writeLong(sessions[place]);
      out.writeInt(users[place]);
      out.writeByte(sizes[place]);
      for (int i = 0; i < sizes[place]; i++) {
        out.writeInt(item(place, i));
      }
    }
    out.writeInt(postings.length);
    for (int item = 0; item < postings.length; item++) {
      int[] ring = postings[item];
      out.writeInt(postingCounts[item]);
      if (ring != null) {
        out.writeInt(ring.length);
        for (int number : ring) {
          out.writeInt(number);
        }
      }
    }
  }

  void read(DataInput in) throws IOException {
    next = in.readInt();
    open.clear();
    for (int number = Math.max(0, next - capacity); number < next; number++) {
      int place = number % capacity;
      sessions[place] = in.readLong();
      users[place] = in.readInt();
      sizes[place] = in.readByte();
      for (int i = 0; i < sizes[place]; i++) {
        items[place * LENGTH + i] = in.readInt();
      }
      open.put(sessions[place], number);
    }
    postings = new int[in.readInt()][];
    postingCounts = new int[postings.length];
    for (int item = 0; item < postings.length; item++) {
      postingCounts[item] = in.readInt();
      if (postingCounts[item] > 0) {
        int[] ring = new int[in.readInt()];
        for (int i = 0; i < ring.length; i++) {
          ring[i] = in.readInt();
        }
        postings[item] = ring;
      }
    }
  }
}
