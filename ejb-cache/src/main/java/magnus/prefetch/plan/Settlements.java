package magnus.prefetch.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import magnus.cache.event.EntryIndex.Place;

/**
 * What was loaded ahead, until it ends: then it was used, by whomever, or wasted. What an event
 * drops before is settled when its place is loaded ahead again, or at the end it would have had.
 * Bounded: what does not fit in any more is not followed.
 */
public final class Settlements {

  private final int most;
  private final Map<Place, Waiting> waiting = new HashMap<>();
  private final PriorityQueue<Waiting> byEnd =
      new PriorityQueue<>(Comparator.comparing(Waiting::ends));
  private final List<Settled> over = new ArrayList<>();

  /**
   * A loaded entry that has come to its end.
   *
   * @param page for which it was loaded
   * @param chance of being used, as it was priced
   * @param taught whether experience may learn from it: its user agrees to be recorded
   * @param savedMillis the load that somebody did not wait for; 0 where nobody used it
   */
  public record Settled(
      Place place,
      String page,
      double calls,
      double chance,
      boolean used,
      double savedMillis,
      boolean taught) {}

  private record Waiting(
      Place place,
      String page,
      double calls,
      double chance,
      double loadMillis,
      Instant ends,
      BooleanSupplier used,
      AtomicBoolean shown,
      boolean taught) {

    Settled settled() {
      boolean was = shown.get() || used.getAsBoolean();
      return new Settled(place, page, calls, chance, was, was ? loadMillis : 0, taught);
    }
  }

  public Settlements(int most) {
    this.most = most;
  }

  /**
   * An entry was loaded for a page. One of its place that still waits has come to its end, since
   * nothing is loaded where a fresh entry lies.
   *
   * @param load what was planned
   * @param ends when it stops being served
   * @param used whether it has been served
   */
  public synchronized void loaded(
      Planned load, String page, double loadMillis, Instant ends, BooleanSupplier used) {
    loaded(load, page, loadMillis, ends, used, true);
  }

  /**
   * The same.
   *
   * @param taught whether experience may learn from it
   */
  public synchronized void loaded(
      Planned load,
      String page,
      double loadMillis,
      Instant ends,
      BooleanSupplier used,
      boolean taught) {
    Place place = load.need().place();
    Waiting before = waiting.remove(place);
    if (before != null) {
      byEnd.remove(before);
      over.add(before.settled());
    }
    if (waiting.size() >= most) {
      return;
    }
    Waiting one =
        new Waiting(
            place,
            page,
            load.need().calls(),
            load.chance(),
            loadMillis,
            ends,
            used,
            new AtomicBoolean(),
            taught);
    waiting.put(place, one);
    byEnd.add(one);
  }

  /** Somebody looks at what his browser had fetched of it ahead: it is used, if it still lives. */
  public synchronized void shown(Place place, Instant now) {
    Waiting one = waiting.get(place);
    if (one != null && one.ends().isAfter(now)) {
      one.shown().set(true);
    }
  }

  /** Those that have ended since this was asked last. */
  public synchronized List<Settled> ended(Instant now) {
    List<Settled> ended = new ArrayList<>(over);
    over.clear();
    for (Waiting one = byEnd.peek(); one != null && !one.ends().isAfter(now); one = byEnd.peek()) {
      byEnd.remove();
      waiting.remove(one.place());
      ended.add(one.settled());
    }
    return ended;
  }

  /** How many wait. */
  public synchronized int size() {
    return waiting.size();
  }
}
