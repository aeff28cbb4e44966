package magnus.benchmarks.cache;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import magnus.cache.AheadLoads;
import magnus.cache.DataType;
import magnus.cache.event.EntryIndex.Place;
import magnus.cache.freshness.LifespanPolicy;
import magnus.cache.shelf.Entry;
import magnus.prefetch.query.PrecomputationPlan;
import magnus.prefetch.query.PrecomputationPlan.Pick;
import magnus.prefetch.query.Precomputed;

/**
 * A portal's day whose calls of sources are counted by the quarter of an hour, with or without
 * values that are computed before its busy hour.
 */
final class BusyDay {

  static final int QUARTER = 15 * 60 * 1_000;
  static final int QUARTERS = Traffic.SECONDS * 1_000 / QUARTER;

  private final ReplayDay day;
  private final LifespanPolicy policy;
  private final ReplayShelves shelves;
  private final List<Map<DataType, Long>> calls = new ArrayList<>();
  private final Map<DataType, Long> ahead = new EnumMap<>(DataType.class);
  private final Precomputed values = new Precomputed();
  private PrecomputationPlan plan = new PrecomputationPlan(List.of(), 0, 0, 0, 0);
  private int millis;
  private boolean computing;
  private long bytes;

  BusyDay(ReplayDay day, LifespanPolicy policy) {
    this.day = day;
    this.policy = policy;
    for (int i = 0; i < QUARTERS; i++) {
      calls.add(new EnumMap<>(DataType.class));
    }
    shelves =
        new ReplayShelves(
            day,
            policy,
            ReplayShelves.Calls.SHIPPED,
            type -> {
              (computing ? ahead : calls.get(millis / QUARTER)).merge(type, 1L, Long::sum);
              return 0;
            });
  }

  /** Replays the day as it is. */
  void replay() {
    replay(-1, -1, Map.of(), t -> 1, new PrecomputationPlan.Bounds(0, 0, 1, 0));
  }

  /**
   * Replays the day with values computed before an hour.
   *
   * @param from when computing begins, in milliseconds since 08:30; below 0 for never
   * @param hour when the hour does
   * @param weights what was asked for in that hour of days before
   */
  void replay(
      int from,
      int hour,
      Map<Place, Double> weights,
      ToIntFunction<DataType> statements,
      PrecomputationPlan.Bounds bounds) {
    boolean computed = from < 0;
    for (Traffic.View view : day.views) {
      if (!computed && view.millis() >= from) {
        compute(from, weights, t -> statements.applyAsInt(t), bounds);
        computed = true;
      }
      if (from >= 0 && millis < hour + 4 * QUARTER && view.millis() >= hour + 4 * QUARTER) {
        values.settle(shelves.now(), true);
      }
      millis = view.millis();
      shelves.turnTo(millis);
      PageAsks asks = PageAsks.of(day, view.page(), view.user(), view.pick());
      asks.each().forEach(a -> shelves.of(a.type()).get(a.id()));
      if (!asks.quotes().isEmpty()) {
        shelves.of(DataType.QUOTE).getAll(asks.quotes());
      }
    }
  }

  private void compute(
      int from,
      Map<Place, Double> weights,
      ToDoubleFunction<DataType> statements,
      PrecomputationPlan.Bounds bounds) {
    millis = from;
    shelves.turnTo(from);
    List<PrecomputationPlan.Candidate> candidates = new ArrayList<>();
    weights.forEach(
        (place, weight) -> {
          AheadLoads.Standing s =
              AheadLoads.Standing.of(
                  shelves.named(place.shelf()), place.key(), shelves.now(), () -> policy);
          DataType type = shelves.named(place.shelf()).plan().type();
          candidates.add(
              new PrecomputationPlan.Candidate(
                  place,
                  weight,
                  statements.applyAsDouble(type),
                  s.loadMillis(),
                  bytesOf(type),
                  s.lifespanSeconds(),
                  s.fresh()));
        });
    plan = PrecomputationPlan.of(candidates, bounds);
    computing = true;
    for (Pick pick : plan.picks()) {
      var shelf = shelves.named(pick.place().shelf());
      shelf.warm(List.of(pick.place().key()), "precomputation");
      Optional<? extends Entry<?>> there = shelf.find(pick.place().key());
      there.ifPresent(
          e -> {
            values.add(pick, pick.loadMillis(), e.freshUntil(), () -> e.accesses() > 0);
            bytes += pick.bytes();
          });
    }
    computing = false;
  }

  /** What an entry takes on the server's shelves, in bytes, by the shelf's own report there. */
  static long bytesOf(DataType type) {
    return switch (type) {
      case QUOTE -> 400;
      case OPTION_CHAIN -> 60_000;
      case POSITIONS -> 4_000;
      case ANALYTICS -> 6_000;
      default -> 2_000;
    };
  }

  /** Calls of each type in an hour that begins with a quarter. */
  Map<DataType, Long> callsOfHour(int quarter) {
    Map<DataType, Long> all = new EnumMap<>(DataType.class);
    for (int i = quarter; i < Math.min(QUARTERS, quarter + 4); i++) {
      calls.get(i).forEach((type, n) -> all.merge(type, n, Long::sum));
    }
    return all;
  }

  /** Calls of each type in a quarter of an hour. */
  Map<DataType, Long> callsOfQuarter(int quarter) {
    return calls.get(quarter);
  }

  /** Calls of each type to compute values ahead. */
  Map<DataType, Long> callsAhead() {
    return ahead;
  }

  Precomputed values() {
    return values;
  }

  PrecomputationPlan plan() {
    return plan;
  }

  long bytes() {
    return bytes;
  }

  /** How often each place is asked for in an hour that begins with a quarter. */
  static Map<Place, Integer> demand(ReplayDay day, int quarter) {
    Map<Place, Integer> counts = new HashMap<>();
    for (Traffic.View view : day.views) {
      int at = view.millis() / QUARTER;
      if (at >= quarter && at < quarter + 4) {
        places(day, view).forEach(p -> counts.merge(p, 1, Integer::sum));
      }
    }
    return counts;
  }

  /** What a view asks for. */
  static List<Place> places(ReplayDay day, Traffic.View view) {
    PageAsks asks = PageAsks.of(day, view.page(), view.user(), view.pick());
    List<Place> places = new ArrayList<>();
    asks.each().forEach(a -> places.add(place(a.type(), a.id())));
    asks.quotes().forEach(id -> places.add(place(DataType.QUOTE, id)));
    return places;
  }

  private static Place place(DataType type, int id) {
    return new Place(ReplayShelves.word(type).replace('_', '-'), String.valueOf(id));
  }
}
