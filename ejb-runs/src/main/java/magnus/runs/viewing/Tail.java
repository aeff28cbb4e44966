package magnus.runs.viewing;

import java.io.ByteArrayOutputStream;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The last frames of one run that somebody looks at, shared by all its viewers: at most {@value
 * #MOST_FRAMES} and {@value #MOST_BYTES} bytes. Whoever is further behind reads the journal.
 */
final class Tail {

  static final int MOST_FRAMES = 256;
  static final int MOST_BYTES = 512 * 1024;
  private static final int CHUNK = 16 * 1024;

  private final UUID run;
  private final Lane lane;
  private final Set<Cursor> cursors = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean fanOutDue = new AtomicBoolean();

  private final @Nullable Frame[] ring = new Frame[MOST_FRAMES];
  // Frames first..last are in the ring; none while first > last.
  private long first = 1;
  private long last;
  private long bytes;
  private boolean complete;

  /**
   * What a cursor finds.
   *
   * @param bytes frames to write; empty when there is nothing new, or not here
   * @param upTo the cursor's place after them
   * @param behind whether what is next is in the journal only
   * @param end whether the last frame of the run is among them
   */
  record Reading(byte[] bytes, long upTo, boolean behind, boolean end) {}

  Tail(UUID run, Lane lane) {
    this.run = run;
    this.lane = lane;
  }

  UUID run() {
    return run;
  }

  /** Adds the next frame; one that is known is skipped, a gap empties the ring. */
  void offer(Frame frame) {
    synchronized (this) {
      if (frame.sequence() <= last) {
        return;
      }
      if (frame.sequence() > last + 1) {
        forget(frame.sequence());
      }
      last = frame.sequence();
      ring[slot(last)] = frame;
      bytes += frame.bytes().length;
      complete |= frame.isLast();
      while (last - first >= MOST_FRAMES - 1 || (bytes > MOST_BYTES && first < last)) {
        drop();
      }
    }
    wakeAll();
  }

  /** The journal is known to have events up to this one. */
  void reach(long sequence, boolean ended) {
    synchronized (this) {
      complete |= ended;
      if (sequence <= last) {
        return;
      }
      forget(sequence + 1);
      last = sequence;
    }
    wakeAll();
  }

  private void forget(long from) {
    java.util.Arrays.fill(ring, null);
    bytes = 0;
    first = from;
  }

  private void drop() {
    Frame oldest = ring[slot(first)];
    bytes -= oldest == null ? 0 : oldest.bytes().length;
    ring[slot(first)] = null;
    first++;
  }

  private static int slot(long sequence) {
    return (int) (sequence % MOST_FRAMES);
  }

  /** What is next for a cursor that has seen everything up to {@code after}. */
  synchronized Reading read(long after) {
    if (after >= last) {
      return new Reading(new byte[0], after, false, false);
    }
    if (after + 1 < first) {
      return new Reading(new byte[0], after, true, false);
    }
    Frame only = ring[slot(after + 1)];
    if (only == null) {
      return new Reading(new byte[0], after, true, false);
    }
    if (after + 1 == last) {
      return new Reading(only.bytes(), last, false, only.isLast());
    }
    ByteArrayOutputStream chunk = new ByteArrayOutputStream();
    long at = after;
    boolean end = false;
    while (at < last && chunk.size() < CHUNK) {
      Frame frame = ring[slot(++at)];
      if (frame != null) {
        chunk.writeBytes(frame.bytes());
        end = frame.isLast();
      }
    }
    return new Reading(chunk.toByteArray(), at, false, end);
  }

  synchronized long last() {
    return last;
  }

  /** Whether the run's last event is known. */
  synchronized boolean isComplete() {
    return complete;
  }

  void add(Cursor cursor) {
    cursors.add(cursor);
  }

  /** Removes a cursor; true when it was the last one. */
  boolean remove(Cursor cursor) {
    cursors.remove(cursor);
    return cursors.isEmpty();
  }

  Set<Cursor> cursors() {
    return cursors;
  }

  /**
   * Wakes the viewers on the lane's thread: whoever appends does not wait for two thousand of them.
   */
  private void wakeAll() {
    if (fanOutDue.compareAndSet(false, true)) {
      lane.execute(
          () -> {
            fanOutDue.set(false);
            cursors.forEach(Cursor::wake);
          });
    }
  }
}
