package magnus.prefetch.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import magnus.cache.event.EntryIndex.Place;

/**
 * What was loaded ahead and waits to be used: by whomever, before it ends. Bounded: what does not
 * fit in any more is not followed.
 */
public final class Settlements {

  private final int most;
  private final Map<Place, Waiting> waiting = new HashMap<>();
  private final PriorityQueue<Waiting> byEnd =
      new PriorityQueue<>((a, b) -> a.ends.compareTo(b.ends));

  /**
   * A loaded entry that has come to its end.
   *
   * @param savedMillis the load that somebody did not wait for; 0 where nobody used it
   */
  public record Settled(Place place, String page, double calls, boolean used, double savedMillis) {}

  private static final class Waiting {
    final Place place;
    final String page;
    final double calls;
    final double loadMillis;
    final Instant ends;

    Waiting(Place place, String page, double calls, double loadMillis, Instant ends) {
      this.place = place;
      this.page = page;
      this.calls = calls;
      this.loadMillis = loadMillis;
      this.ends = ends;
    }
  }

  public Settlements(int most) {
    this.most = most;
  }

  /**
   * An entry was loaded for a page.
   *
   * @param ends when it stops being served
   */
  public synchronized void loaded(
      Place place, String page, double calls, double loadMillis, Instant ends) {
    if (byEnd.size() >= most || waiting.containsKey(place)) {
      return;
    }
    Waiting one = new Waiting(place, page, calls, loadMillis, ends);
    waiting.put(place, one);
    byEnd.add(one);
  }

  /** Somebody was served what lies there; empty when that was not prefetched, or used before. */
  public synchronized Optional<Settled> used(Place place) {
    Waiting one = waiting.remove(place);
    if (one == null) {
      return Optional.empty();
    }
    return Optional.of(new Settled(one.place, one.page, one.calls, true, one.loadMillis));
  }

  /** It was dropped before its end: nobody can use it any more. */
  public synchronized Optional<Settled> gone(Place place) {
    Waiting one = waiting.remove(place);
    if (one == null) {
      return Optional.empty();
    }
    return Optional.of(new Settled(one.place, one.page, one.calls, false, 0));
  }

  /** Those that have ended unused. */
  public synchronized List<Settled> ended(Instant now) {
    List<Settled> ended = new ArrayList<>();
    for (Waiting one = byEnd.peek(); one != null && !one.ends.isAfter(now); one = byEnd.peek()) {
      byEnd.remove();
      // One that was used or dropped meanwhile has left the map already.
      if (waiting.remove(one.place, one)) {
        ended.add(new Settled(one.place, one.page, one.calls, false, 0));
      }
    }
    return ended;
  }

  /** How many wait. */
  public synchronized int size() {
    return waiting.size();
  }
}
