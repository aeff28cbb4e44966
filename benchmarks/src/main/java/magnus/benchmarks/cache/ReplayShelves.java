package magnus.benchmarks.cache;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import magnus.basics.result.Result;
import magnus.cache.CacheSettings;
import magnus.cache.Codec;
import magnus.cache.DataType;
import magnus.cache.Exposure;
import magnus.cache.Ingredient;
import magnus.cache.ShelfPlan;
import magnus.cache.event.EntryIndex;
import magnus.cache.event.Horizon;
import magnus.cache.event.PriceDrops;
import magnus.cache.freshness.LifespanPolicy;
import magnus.cache.shelf.CachedShelf;
import magnus.cache.shelf.Entry;
import magnus.cache.shelf.EntryStore;
import magnus.cache.shelf.LoadTurns;
import magnus.cache.shelf.MemoryStore;
import magnus.cache.shelf.Surroundings;
import org.jspecify.annotations.Nullable;

/**
 * The shelves of a portal for one day, empty at 08:30: a real one for each type of data, under one
 * policy, on a clock that the caller sets.
 */
public final class ReplayShelves {

  /** What is replayed. */
  public static final List<DataType> TYPES =
      List.of(
          DataType.QUOTE,
          DataType.OPTION_CHAIN,
          DataType.POSITIONS,
          DataType.ANALYTICS,
          DataType.SECTOR_ANALYSIS,
          DataType.NEWS,
          DataType.RESEARCH);

  private static final Codec<Double> CODEC =
      new Codec<>() {
        @Override
        public byte[] encode(Double value) {
          return ByteBuffer.allocate(Double.BYTES).putDouble(value).array();
        }

        @Override
        public Double decode(byte[] bytes) {
          return ByteBuffer.wrap(bytes).getDouble();
        }
      };

  /** As in {@code MarketShelves}. */
  private static final int MOST_QUOTES = 200;

  private static final Duration QUOTES_GRACE = Duration.ofSeconds(2);

  private final ReplayDay day;
  private final Calls calls;
  private final PriceDrops drops;
  private final Map<String, List<Exposure>> parts = new HashMap<>();
  private final Map<DataType, CachedShelf<Integer, Double>> shelves = new EnumMap<>(DataType.class);
  private final Source source;
  private int millis;
  private long waited;

  /** What the shelves load from. */
  public interface Source {

    /**
     * It is called once, whether for one value or for many.
     *
     * @return milliseconds that the call takes; the virtual clock stands still meanwhile
     */
    long call(DataType type);
  }

  /**
   * How the shelves ask their sources.
   *
   * @param batches whether a page's quotes come in one call of the feed, and others ride along
   * @param watches whether values made from prices are dropped when quotes show that these moved
   * @param grace whether what is past its lifespan is served as the product's shelves do, while it
   *     is loaded anew
   */
  public record Calls(boolean batches, boolean watches, boolean grace) {
    /** As any cache has them: each key its own call. */
    public static final Calls EACH = new Calls(false, false, false);

    /** Quotes together. */
    public static final Calls BATCHING = new Calls(true, false, false);

    /** As the product has them. */
    public static final Calls SHIPPED = new Calls(true, true, true);
  }

  public ReplayShelves(ReplayDay day, LifespanPolicy policy, Calls calls, Source source) {
    this.day = day;
    this.calls = calls;
    this.source = source;
    Map<String, CachedShelf<?, ?>> byName = new HashMap<>();
    PriceDrops drops =
        new PriceDrops(
            "replay",
            byName::get,
            () -> policy,
            this::now,
            Runnable::run,
            () -> CacheSettings.AHEAD_WORTH.fallback());
    this.drops = drops;
    Surroundings around =
        new Surroundings(
            "replay",
            this::now,
            () -> (day.firstMillis + millis + waited) * 1_000_000L,
            Runnable::run,
            LoadTurns.alone(),
            () -> policy,
            new EntryIndex(),
            new Horizon(),
            calls.watches() ? new Following(drops) : Surroundings.Notes.none());
    for (DataType type : TYPES) {
      CachedShelf<Integer, Double> shelf =
          new CachedShelf<>(plan(type), new MemoryStore<>(), around);
      shelves.put(type, shelf);
      byName.put(shelf.name(), shelf);
    }
  }

  /** The virtual clock. */
  public Instant now() {
    return Instant.ofEpochMilli(day.firstMillis + millis);
  }

  /** Tells of entries and calls as the product does. */
  private record Following(PriceDrops drops) implements Surroundings.Notes {

    @Override
    public void dropped(EntryIndex.Place place, String why, @Nullable Entry<?> entry) {}

    @Override
    public void sourceFailed(String shelf, String key, RuntimeException cause) {}

    @Override
    public void stored(EntryIndex.Place place, Entry<?> entry) {
      drops.stored(place, entry);
    }

    @Override
    public void gone(EntryIndex.Place place, EntryStore.Departure how) {
      drops.gone(place);
    }

    @Override
    public void called(String shelf) {
      drops.called();
    }

    @Override
    public <K, V> boolean watches(ShelfPlan<K, V> plan, K key, V value, Instant asOf) {
      return drops.watches(plan, key, value, asOf);
    }
  }

  private ShelfPlan<Integer, Double> plan(DataType type) {
    int keys =
        switch (type) {
          case POSITIONS, ANALYTICS -> day.investors.length;
          case SECTOR_ANALYSIS -> ReplayDay.SECTORS;
          default -> day.quoted.size();
        };
    String[] names = new String[keys];
    List<Set<Ingredient>> madeFrom = new java.util.ArrayList<>();
    for (int id = 0; id < keys; id++) {
      names[id] = String.valueOf(id);
      madeFrom.add(Set.copyOf(madeFrom(type, id)));
    }
    ShelfPlan<Integer, Double> plan =
        ShelfPlan.<Integer, Double>of(
                word(type).replace('_', '-'),
                type,
                id -> names[id],
                Integer::valueOf,
                CODEC,
                (id, asOf) -> {
                  waited += source.call(type);
                  return Result.success(day.truth(type, id, millis / 1_000));
                },
                (id, value) -> madeFrom.get(id))
            .withStale(calls.grace() ? grace(type) : Duration.ZERO, Duration.ZERO)
            .withExposure((id, value) -> exposure(type, id, value));
    return type == DataType.QUOTE && calls.batches()
        ? plan.withRiding(MOST_QUOTES, (ids, asOf) -> loadAll(ids))
        : plan;
  }

  /** As {@code MarketShelves} and {@code PortfolioShelves} have it. */
  private static Duration grace(DataType type) {
    return type == DataType.QUOTE ? QUOTES_GRACE : Duration.ZERO;
  }

  private Map<Integer, Result<Double>> loadAll(Set<Integer> ids) {
    waited += source.call(DataType.QUOTE);
    Map<Integer, Result<Double>> all = new HashMap<>();
    for (Integer id : ids) {
      all.put(id, Result.success(day.truth(DataType.QUOTE, id, millis / 1_000)));
    }
    return all;
  }

  /** Quotes, chains and positions tell the prices that they were made with; the others do not. */
  private List<Exposure> exposure(DataType type, int id, double value) {
    return switch (type) {
      case QUOTE, OPTION_CHAIN -> List.of(Exposure.price(symbol(id), value));
      case POSITIONS, ANALYTICS -> parts(type, id);
      case SECTOR_ANALYSIS -> parts(type, id);
      default -> List.of();
    };
  }

  private String symbol(int rank) {
    return day.quoted.get(rank).symbol();
  }

  /**
   * What each symbol is of the whole at the day's first prices. The product takes the parts when
   * the value was made, which differ by what the prices have moved since: second order.
   */
  private List<Exposure> parts(DataType type, int id) {
    return parts.computeIfAbsent(
        (type == DataType.SECTOR_ANALYSIS ? "s" : "p") + id,
        k -> {
          boolean sector = type == DataType.SECTOR_ANALYSIS;
          int[] symbols = sector ? day.members(id) : day.investors[id].holds();
          List<Exposure> all = new java.util.ArrayList<>();
          for (int i = 0; i < symbols.length; i++) {
            double weight = sector ? 1.0 / symbols.length : day.investors[id].weights()[i];
            all.add(new Exposure(symbol(symbols[i]), weight, 0));
          }
          return List.copyOf(all);
        });
  }

  private Set<Ingredient> madeFrom(DataType type, int id) {
    Set<Ingredient> madeFrom = new HashSet<>();
    int[] symbols =
        switch (type) {
          case POSITIONS, ANALYTICS -> day.investors[id].holds();
          case SECTOR_ANALYSIS -> day.members(id);
          default -> new int[] {id};
        };
    for (int symbol : symbols) {
      madeFrom.add(Ingredient.symbol(day.quoted.get(symbol).symbol()));
    }
    if (type == DataType.POSITIONS || type == DataType.ANALYTICS) {
      madeFrom.add(Ingredient.portfolio(id));
    }
    return madeFrom;
  }

  /**
   * Sets the clock. The server's ticks every second; where nothing is asked between two times, the
   * last one is enough.
   *
   * @param now milliseconds since 08:30, never less than before
   */
  public void turnTo(int now) {
    if (calls.watches() && now / 1_000 != millis / 1_000) {
      millis = now / 1_000 * 1_000;
      drops.turn();
    }
    millis = now;
  }

  /** The shelf of a type, its keys a symbol's rank, a user or a sector. */
  public CachedShelf<Integer, Double> of(DataType type) {
    return Objects.requireNonNull(shelves.get(type), type.name());
  }

  /** The shelf of a name. */
  public CachedShelf<Integer, Double> named(String name) {
    return of(DataType.valueOf(name.replace('-', '_').toUpperCase(Locale.ROOT)));
  }

  static String word(DataType type) {
    return type.name().toLowerCase(Locale.ROOT);
  }
}
