package magnus.benchmarks.cache;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import magnus.basics.result.Result;
import magnus.cache.Codec;
import magnus.cache.DataType;
import magnus.cache.Ingredient;
import magnus.cache.Served;
import magnus.cache.ShelfPlan;
import magnus.cache.event.EntryIndex;
import magnus.cache.event.Horizon;
import magnus.cache.freshness.LifespanPolicy;
import magnus.cache.shelf.CachedShelf;
import magnus.cache.shelf.LoadTurns;
import magnus.cache.shelf.MemoryStore;
import magnus.cache.shelf.Surroundings;

/**
 * A portal for one day, empty at 08:30: a real shelf for each type of data, under one policy, on a
 * clock that the views set. Shelves serve nothing past its lifespan, so that lifespans alone
 * differ.
 */
final class ReplayPortal {

  static final List<DataType> TYPES =
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

  private final ReplayDay day;
  private final Map<DataType, CachedShelf<Integer, Double>> shelves = new EnumMap<>(DataType.class);
  private final Tally tally = new Tally();
  private int millis;

  ReplayPortal(ReplayDay day, LifespanPolicy policy) {
    this.day = day;
    Surroundings around =
        new Surroundings(
            "replay",
            () -> Instant.ofEpochMilli(day.firstMillis + millis),
            () -> day.firstMillis * 1_000_000 + millis * 1_000_000L,
            Runnable::run,
            LoadTurns.alone(),
            () -> policy,
            new EntryIndex(),
            new Horizon(),
            Surroundings.Notes.none());
    for (DataType type : TYPES) {
      shelves.put(type, new CachedShelf<>(plan(type), new MemoryStore<>(), around));
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
    return ShelfPlan.<Integer, Double>of(
            word(type).replace('_', '-'),
            type,
            id -> names[id],
            Integer::valueOf,
            CODEC,
            (id, asOf) -> Result.success(day.truth(type, id, millis / 1_000)),
            (id, value) -> madeFrom.get(id))
        .withStale(Duration.ZERO, Duration.ZERO);
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

  /** The whole day's views. */
  Tally replay() {
    for (Traffic.View view : day.views) {
      millis = view.millis();
      Investor investor = day.investors[view.user()];
      switch (view.page()) {
        case DASHBOARD -> {
          ask(DataType.POSITIONS, view.user());
          ask(DataType.ANALYTICS, view.user());
          quotes(investor.list(), 5);
        }
        case HOLDINGS -> {
          ask(DataType.POSITIONS, view.user());
          quotes(investor.holds(), Integer.MAX_VALUE);
        }
        case SYMBOL -> {
          ask(DataType.QUOTE, view.pick());
          ask(DataType.NEWS, view.pick());
          ask(DataType.RESEARCH, view.pick());
        }
        case OPTION_CHAIN -> {
          ask(DataType.QUOTE, view.pick());
          ask(DataType.OPTION_CHAIN, view.pick());
        }
        case ANALYSIS -> {
          ask(DataType.POSITIONS, view.user());
          ask(DataType.ANALYTICS, view.user());
        }
        case SECTOR -> {
          ask(DataType.SECTOR_ANALYSIS, view.pick());
          quotes(day.members(view.pick()), 5);
        }
      }
    }
    return tally;
  }

  private void quotes(int[] symbols, int most) {
    for (int i = 0; i < Math.min(most, symbols.length); i++) {
      ask(DataType.QUOTE, symbols[i]);
    }
  }

  private void ask(DataType type, int id) {
    CachedShelf<Integer, Double> shelf = shelves.get(type);
    if (shelf == null || !(shelf.get(id) instanceof Result.Success<Served<Double>> answer)) {
      throw new IllegalStateException(type + " of " + id + " was not answered");
    }
    Served<Double> served = answer.value();
    tally.answer(
        type,
        served.how() == Served.How.LOADED,
        served.value(),
        day.truth(type, id, millis / 1_000));
  }

  static String word(DataType type) {
    return type.name().toLowerCase(Locale.ROOT);
  }
}
