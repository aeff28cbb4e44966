package magnus.cache;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import magnus.basics.time.MarketClock;
import magnus.cache.event.EntryIndex.Place;
import magnus.cache.freshness.LifespanPolicy;
import magnus.cache.freshness.LifespanQuestion;
import magnus.cache.shelf.CachedShelf;
import magnus.cache.shelf.Entry;
import magnus.cache.shelf.ShelfFigures;
import magnus.cache.warming.WarmingPlan;

/** How places on the shelves stand, and loads of them before anybody asks. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AheadLoads {

  /** With what such loads are marked. */
  public static final String REASON = "prefetch";

  private static final Duration LEAST_LEFT = Duration.ofSeconds(10);

  @Inject private Shelves shelves;
  @Inject private MarketClock market;

  private final Set<Place> announced = ConcurrentHashMap.newKeySet();
  private final Set<Place> begun = ConcurrentHashMap.newKeySet();

  /**
   * How a place stands.
   *
   * @param loadMillis what a load takes: its last one, else the shelf's mean
   * @param calls what a load counts as a call of its source
   * @param lifespanSeconds of its last entry, else what the policy chooses for its type
   * @param perSecond how often it is asked for
   * @param fresh whether an entry lies there that will not end at once
   */
  public record Standing(
      double loadMillis, double calls, double lifespanSeconds, double perSecond, boolean fresh) {

    /**
     * How a key of a shelf stands at a market time.
     *
     * @param policy tells the lifespan of what is not there
     */
    public static Standing of(
        CachedShelf<?, ?> shelf,
        String key,
        Instant now,
        Supplier<? extends LifespanPolicy> policy) {
      DataType type = shelf.plan().type();
      Optional<? extends Entry<?>> there = shelf.find(key);
      if (there.isEmpty()) {
        return new Standing(
            meanLoad(shelf), type.callCost(), usualLifespan(shelf, now, policy.get()), 0, false);
      }
      Entry<?> entry = there.get();
      Duration lifespan = entry.lifespan().duration();
      Duration half = lifespan.dividedBy(2);
      Duration least = LEAST_LEFT.compareTo(half) < 0 ? LEAST_LEFT : half;
      return new Standing(
          entry.loadTime().toNanos() / 1e6,
          type.callCost(),
          lifespan.toMillis() / 1000.0,
          Math.max(0, entry.accessesPerSecond(now)),
          !entry.asOf().isAfter(now) && entry.freshUntil().isAfter(now.plus(least)));
    }

    /** What the policy in force would choose now, of which nothing but the type is known. */
    private static double usualLifespan(
        CachedShelf<?, ?> shelf, Instant now, LifespanPolicy policy) {
      Duration load = Duration.ofNanos((long) (meanLoad(shelf) * 1e6));
      LifespanQuestion question =
          new LifespanQuestion(shelf.name(), shelf.plan().type(), Set.of(), now, 0, load);
      return policy.choose(question).duration().toMillis() / 1000.0;
    }

    private static double meanLoad(CachedShelf<?, ?> shelf) {
      ShelfFigures.Counts counts = shelf.figures().counts();
      return counts.loads() == 0
          ? WarmingPlan.UNKNOWN_LOAD_MILLIS
          : counts.loadMillis() / counts.loads();
    }
  }

  /**
   * A load that was done.
   *
   * @param ends market time at which the entry stops being fresh
   * @param used whether this node has served it since
   */
  public record Loaded(double loadMillis, Instant ends, BooleanSupplier used) {}

  /** How a place stands; empty where there is no such shelf. */
  public Optional<Standing> standing(Place place) {
    CachedShelf<?, ?> shelf = shelves.interior().open().get(place.shelf());
    if (shelf == null) {
      return Optional.empty();
    }
    return Optional.of(
        Standing.of(shelf, place.key(), market.instant(), () -> shelves.interior().frozen().get()));
  }

  /** These will be loaded: whoever reads ahead meanwhile may have them. */
  public void announce(Collection<Place> places) {
    announced.addAll(places);
  }

  /** Nothing becomes of these. */
  public void retract(Collection<Place> places) {
    announced.removeAll(places);
    begun.removeAll(places);
  }

  /** Whether a place that is read ahead may be loaded at once: it is announced. */
  public boolean mayLoad(Place place) {
    boolean planned = announced.contains(place);
    if (planned) {
      begun.add(place);
    }
    return planned;
  }

  /**
   * Loads places of one shelf on this thread, in one call of its source where that can give many,
   * unless fresh entries lie there; only what was loaded is answered.
   */
  public Map<Place, Loaded> load(Collection<Place> places) {
    Map<Place, Loaded> done = new LinkedHashMap<>();
    try {
      String name = places.iterator().next().shelf();
      CachedShelf<?, ?> shelf = shelves.interior().open().get(name);
      if (shelf == null) {
        return done;
      }
      Map<String, CachedShelf.Warmth> warmths =
          shelf.warm(places.stream().map(Place::key).toList(), REASON);
      for (Place place : places) {
        // What somebody who read ahead has begun was loaded by the plan all the same.
        boolean mine =
            begun.contains(place) || warmths.get(place.key()) == CachedShelf.Warmth.WARMED;
        shelf
            .find(place.key())
            .filter(entry -> mine)
            .ifPresent(entry -> done.put(place, loaded(entry)));
      }
      return done;
    } finally {
      retract(places);
    }
  }

  /** The same for one place; empty where nothing was loaded. */
  public Optional<Loaded> load(Place place) {
    return Optional.ofNullable(load(List.of(place)).get(place));
  }

  private static Loaded loaded(Entry<?> entry) {
    return new Loaded(
        entry.loadTime().toNanos() / 1e6, entry.freshUntil(), () -> entry.accesses() > 0);
  }

  /** How many values one call of a shelf's source brings at most. */
  public int mostInOneCall(String name) {
    CachedShelf<?, ?> shelf = shelves.interior().open().get(name);
    return shelf == null ? 1 : shelf.mostInOneCall();
  }

  /** What the entry of a place takes, in bytes; 0 where there is none. */
  public long bytes(Place place) {
    CachedShelf<?, ?> shelf = shelves.interior().open().get(place.shelf());
    return shelf == null ? 0 : shelf.find(place.key()).map(Entry::weight).orElse(0L);
  }
}
