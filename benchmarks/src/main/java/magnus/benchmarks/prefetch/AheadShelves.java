package magnus.benchmarks.prefetch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.PriorityQueue;
import java.util.Set;
import magnus.benchmarks.cache.PageAsks;
import magnus.benchmarks.cache.ReplayDay;
import magnus.benchmarks.cache.ReplayShelves;
import magnus.benchmarks.cache.Traffic;
import magnus.cache.AheadLoads;
import magnus.cache.DataType;
import magnus.cache.event.EntryIndex.Place;
import magnus.cache.freshness.LifespanPolicy;
import magnus.cache.shelf.CachedShelf;
import magnus.cache.shelf.Entry;
import magnus.prefetch.plan.Need;
import magnus.prefetch.plan.Planned;
import magnus.prefetch.plan.Settlements;

/**
 * A day's shelves with what is being loaded ahead, on a virtual clock: what is begun lies on its
 * shelf as many milliseconds later as its source takes; who asks before joins in and waits for the
 * rest.
 */
final class AheadShelves {

  private static final int MOST_FOLLOWED = 50_000;

  private final ReplayDay day;
  private final LifespanPolicy policy;
  private final Outcome outcome;
  private final ReplayShelves shelves;
  private final Settlements settlements = new Settlements(MOST_FOLLOWED);
  private final Map<Entry<?>, DataType> loaded = new IdentityHashMap<>();
  private final Set<Entry<?>> shown = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Map<Place, Flight> flights = new HashMap<>();
  private final PriorityQueue<Due> due =
      new PriorityQueue<>(Comparator.comparingInt(Due::millis).thenComparingInt(Due::number));
  private int numbers;

  /** Something that happens at a time. */
  private record Due(int millis, int number, Runnable what) {}

  /** A call of a source that is under way. */
  private record Flight(String shelf, List<Planned> loads, String from, int ready) {}

  AheadShelves(ReplayDay day, LifespanPolicy policy, Outcome outcome) {
    this.day = day;
    this.policy = policy;
    this.outcome = outcome;
    this.shelves =
        new ReplayShelves(
            day,
            policy,
            ReplayShelves.Calls.SHIPPED,
            type -> {
              outcome.called();
              return Latency.of(type);
            });
  }

  void later(int millis, Runnable what) {
    if (millis < Traffic.SECONDS * 1_000) {
      due.add(new Due(millis, numbers++, what));
    }
  }

  /** Turns the clock, and does on the way what is due. */
  void until(int millis) {
    for (Due next = due.peek(); next != null && next.millis() <= millis; next = due.peek()) {
      due.remove();
      shelves.turnTo(next.millis());
      next.what().run();
    }
    shelves.turnTo(millis);
  }

  Instant now() {
    return shelves.now();
  }

  CachedShelf<Integer, Double> of(DataType type) {
    return shelves.of(type);
  }

  private Place place(PageAsks.Ask ask) {
    CachedShelf<Integer, Double> shelf = shelves.of(ask.type());
    return new Place(shelf.name(), shelf.plan().text(ask.id()));
  }

  /** How a value stands, as the product's planner is told. */
  Need need(PageAsks.Ask ask) {
    CachedShelf<Integer, Double> shelf = shelves.of(ask.type());
    Place place = place(ask);
    AheadLoads.Standing standing = AheadLoads.Standing.of(shelf, place.key(), now(), () -> policy);
    return new Need(
        place,
        standing.loadMillis(),
        standing.calls(),
        standing.lifespanSeconds(),
        standing.perSecond(),
        standing.fresh() || flights.containsKey(place));
  }

  /** Begins to load, all quotes in one call. */
  void begin(List<Planned> chosen, Stop from, int at) {
    Map<DataType, List<Planned>> together = new HashMap<>();
    for (Planned one : chosen) {
      DataType type = shelves.named(one.need().place().shelf()).plan().type();
      if (flights.containsKey(one.need().place())) {
        continue;
      }
      if (type == DataType.QUOTE) {
        together.computeIfAbsent(type, t -> new ArrayList<>()).add(one);
      } else {
        fly(type, List.of(one), from, at);
      }
    }
    together.forEach((type, loads) -> fly(type, loads, from, at));
  }

  private void fly(DataType type, List<Planned> loads, Stop from, int at) {
    Flight flight =
        new Flight(shelves.of(type).name(), loads, from.page().name(), at + Latency.of(type));
    loads.forEach(l -> flights.put(l.need().place(), flight));
    later(flight.ready(), () -> land(flight));
  }

  /** As {@link AheadLoads} does. */
  private void land(Flight flight) {
    List<Planned> still =
        flight.loads().stream().filter(l -> flights.remove(l.need().place(), flight)).toList();
    if (still.isEmpty()) {
      return;
    }
    CachedShelf<Integer, Double> shelf = shelves.named(flight.shelf());
    Map<String, CachedShelf.Warmth> done =
        shelf.warm(still.stream().map(l -> l.need().place().key()).toList(), AheadLoads.REASON);
    for (Planned one : still) {
      String key = one.need().place().key();
      if (done.get(key) == CachedShelf.Warmth.WARMED) {
        shelf
            .find(key)
            .ifPresent(
                entry -> {
                  loaded.put(entry, shelf.plan().type());
                  settlements.loaded(
                      one,
                      flight.from(),
                      one.need().loadMillis(),
                      entry.freshUntil(),
                      () -> isUsed(entry));
                });
      }
    }
  }

  private boolean isUsed(Entry<?> entry) {
    return entry.accesses() > 0 || shown.contains(entry);
  }

  /** When a value that is under way is there; whoever asks has it now, and waits until then. */
  OptionalInt join(PageAsks.Ask ask) {
    Flight flight = flights.get(place(ask));
    if (flight == null) {
      return OptionalInt.empty();
    }
    land(flight);
    return OptionalInt.of(flight.ready());
  }

  /** When a browser that asks ahead can have a value; empty where it is refused. */
  OptionalInt ahead(PageAsks.Ask ask, int at) {
    Place place = place(ask);
    Flight flight = flights.get(place);
    if (flight != null) {
      return OptionalInt.of(Math.max(at + Latency.net(), flight.ready() + Latency.net() / 2));
    }
    return shelves.of(ask.type()).find(place.key()).filter(this::isFresh).isPresent()
        ? OptionalInt.of(at + Latency.net())
        : OptionalInt.empty();
  }

  private boolean isFresh(Entry<?> entry) {
    return entry.freshUntil().isAfter(now());
  }

  /** A browser has shown what it had fetched ahead; nobody asks the shelf for it. */
  void shown(PageAsks.Ask ask) {
    join(ask);
    shelves.of(ask.type()).find(place(ask).key()).filter(this::isFresh).ifPresent(shown::add);
  }

  /** What has ended since this was asked last. */
  List<Settlements.Settled> ended(Instant now) {
    return settlements.ended(now);
  }

  /** The day is over. */
  void close() {
    loaded.forEach((entry, type) -> outcome.ended(type, isUsed(entry)));
  }

  int millis() {
    return (int) (now().toEpochMilli() - day.firstMillis);
  }
}
