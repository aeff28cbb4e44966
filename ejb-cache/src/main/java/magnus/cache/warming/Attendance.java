package magnus.cache.warming;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import magnus.cache.event.EntryIndex.Place;

/**
 * Who asks for what in the first minutes of a session. Outside of them a look at {@link #isOpen()}
 * is all that it costs. Safe for many threads.
 */
public final class Attendance {

  private static final int MOST_PLACES = 50_000;

  private volatile boolean open;
  private volatile Map<Place, Counter> counters = new ConcurrentHashMap<>();

  private static final class Counter {
    final LongAdder served = new LongAdder();
    final LongAdder missed = new LongAdder();
    final boolean firstServed;

    Counter(boolean firstServed) {
      this.firstServed = firstServed;
    }
  }

  /**
   * What was asked of one place.
   *
   * @param served without waiting for the source
   * @param missed calls that waited for it, or failed
   * @param firstServed whether the first call was served
   */
  public record Asked(long served, long missed, boolean firstServed) {
    public long all() {
      return served + missed;
    }
  }

  /** Whether accesses are to be told. */
  public boolean isOpen() {
    return open;
  }

  /** Begins with nothing. */
  public void open() {
    counters = new ConcurrentHashMap<>();
    open = true;
  }

  /** A key was asked for. */
  public void asked(Place place, boolean served) {
    Map<Place, Counter> now = counters;
    Counter counter = now.get(place);
    if (counter == null) {
      if (now.size() >= MOST_PLACES) {
        return;
      }
      counter = now.computeIfAbsent(place, p -> new Counter(served));
    }
    (served ? counter.served : counter.missed).increment();
  }

  /** Ends, and tells what was asked for. */
  public Map<Place, Asked> close() {
    open = false;
    Map<Place, Asked> all = new HashMap<>();
    counters.forEach(
        (place, c) -> all.put(place, new Asked(c.served.sum(), c.missed.sum(), c.firstServed)));
    counters = new ConcurrentHashMap<>();
    return all;
  }
}
