package magnus.prefetch.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;
import magnus.cache.event.EntryIndex.Place;

/**
 * What was loaded ahead, until it ends: then it was used, by whomever, or wasted. What an event
 * drops before is settled at the end it would have had. Bounded: what does not fit in any more is
 * not followed.
 */
public final class Settlements {

  private final int most;
  private final Map<Place, Waiting> waiting = new HashMap<>();
  private final PriorityQueue<Waiting> byEnd =
      new PriorityQueue<>(Comparator.comparing(Waiting::ends));

  /**
   * A loaded entry that has come to its end.
   *
   * @param page for which it was loaded
   * @param savedMillis the load that somebody did not wait for; 0 where nobody used it
   */
  public record Settled(Place place, String page, double calls, boolean used, double savedMillis) {}

  private record Waiting(
      Place place,
      String page,
      double calls,
      double loadMillis,
      Instant ends,
      BooleanSupplier used) {}

  public Settlements(int most) {
    this.most = most;
  }

  /**
   * An entry was loaded for a page; not followed where one of its place is already.
   *
   * @param ends when it stops being served
   * @param used whether it has been served
   */
  public synchronized void loaded(
      Place place,
      String page,
      double calls,
      double loadMillis,
      Instant ends,
      BooleanSupplier used) {
    if (waiting.size() >= most || waiting.containsKey(place)) {
      return;
    }
    Waiting one = new Waiting(place, page, calls, loadMillis, ends, used);
    waiting.put(place, one);
    byEnd.add(one);
  }

  /** Those that have ended. */
  public synchronized List<Settled> ended(Instant now) {
    List<Settled> ended = new ArrayList<>();
    for (Waiting one = byEnd.peek(); one != null && !one.ends().isAfter(now); one = byEnd.peek()) {
      byEnd.remove();
      waiting.remove(one.place());
      boolean used = one.used().getAsBoolean();
      ended.add(
          new Settled(one.place(), one.page(), one.calls(), used, used ? one.loadMillis() : 0));
    }
    return ended;
  }

  /** How many wait. */
  public synchronized int size() {
    return waiting.size();
  }
}
