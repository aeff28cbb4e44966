package magnus.cache.warming;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import magnus.cache.event.EntryIndex.Place;

/**
 * How often what was asked for, and what the loads took, since the last time that somebody took the
 * counts. Bounded: of places beyond {@value #MOST_PLACES} only their shelves are counted. Safe for
 * many threads, and told at every access, so it does next to nothing.
 */
public final class DemandCount {

  static final int MOST_PLACES = 20_000;

  private final Map<Place, LongAdder> places = new ConcurrentHashMap<>();
  private final Map<String, OfShelf> shelves = new ConcurrentHashMap<>();

  private static final class OfShelf {
    final LongAdder asked = new LongAdder();
    final LongAdder loads = new LongAdder();
    final LongAdder nanos = new LongAdder();
  }

  /** What was asked of a shelf, and of its source. */
  public record Counts(long asked, long loads, long nanos) {}

  private OfShelf shelf(String name) {
    OfShelf there = shelves.get(name);
    return there == null ? shelves.computeIfAbsent(name, n -> new OfShelf()) : there;
  }

  /** A user's request, or what follows from it, asked for a key. */
  public void asked(String shelf, String key) {
    shelf(shelf).asked.increment();
    Place place = new Place(shelf, key);
    LongAdder count = places.get(place);
    if (count == null) {
      if (places.size() >= MOST_PLACES) {
        return;
      }
      count = places.computeIfAbsent(place, p -> new LongAdder());
    }
    count.increment();
  }

  /** A value was loaded. */
  public void loaded(String shelf, long nanos) {
    OfShelf counts = shelf(shelf);
    counts.loads.increment();
    counts.nanos.add(nanos);
  }

  /** Takes the counts of keys. */
  public Map<Place, Long> takePlaces() {
    Map<Place, Long> taken = new HashMap<>();
    for (Place place : places.keySet()) {
      LongAdder count = places.remove(place);
      if (count != null) {
        taken.put(place, count.sum());
      }
    }
    return taken;
  }

  /** Takes the counts of shelves. */
  public Map<String, Counts> takeShelves() {
    Map<String, Counts> taken = new HashMap<>();
    shelves.forEach(
        (name, c) -> {
          Counts counts =
              new Counts(c.asked.sumThenReset(), c.loads.sumThenReset(), c.nanos.sumThenReset());
          if (counts.asked() + counts.loads() > 0) {
            taken.put(name, counts);
          }
        });
    return taken;
  }

  /** Lets go what begins with an account's id. */
  public void forget(UUID account) {
    places.keySet().removeIf(p -> p.key().startsWith(account.toString()));
  }
}
