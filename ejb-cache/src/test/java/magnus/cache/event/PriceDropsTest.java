package magnus.cache.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import magnus.basics.result.FailureReason;
import magnus.basics.result.Result;
import magnus.cache.Codec;
import magnus.cache.DataType;
import magnus.cache.Exposure;
import magnus.cache.Ingredient;
import magnus.cache.MarketSense;
import magnus.cache.Served;
import magnus.cache.ShelfPlan;
import magnus.cache.event.EntryIndex.Place;
import magnus.cache.freshness.ErrorBoundedPolicy;
import magnus.cache.freshness.Lifespan;
import magnus.cache.freshness.LifespanPolicy;
import magnus.cache.shelf.CachedShelf;
import magnus.cache.shelf.Entry;
import magnus.cache.shelf.EntryStore;
import magnus.cache.shelf.LoadTurns;
import magnus.cache.shelf.MemoryStore;
import magnus.cache.shelf.Surroundings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Positions that live longer because quotes are seen, and go when these have moved too far. */
class PriceDropsTest {

  private static final Instant START = Instant.parse("2024-03-05T15:00:00Z");

  private Instant now = START;
  private double price = 100;
  private boolean positionsFail;
  private Executor threads = Runnable::run;
  private final List<String> dropped = new ArrayList<>();
  private final Map<String, CachedShelf<?, ?>> shelves = new HashMap<>();
  private final LifespanPolicy policy = new ErrorBoundedPolicy(new Calm(), type -> 5);
  private final PriceDrops drops =
      new PriceDrops(
          "n1", shelves::get, () -> policy, () -> now, task -> threads.execute(task), () -> 3);
  private final CachedShelf<String, Double> quotes = open("quotes", DataType.QUOTE);
  private final CachedShelf<String, Double> positions = open("positions", DataType.POSITIONS);

  private static final class Calm implements MarketSense {
    @Override
    public Optional<Reading> dailyVolatility(String symbol, Instant asOf) {
      return Optional.of(new Reading(0.015, "stated", asOf));
    }

    @Override
    public Optional<Reading> marketDailyVolatility(Instant asOf) {
      return Optional.of(new Reading(0.01, "stated", asOf));
    }

    @Override
    public Optional<Coming> nextCatalyst(Set<Ingredient> madeFrom, Instant asOf) {
      return Optional.empty();
    }
  }

  private CachedShelf<String, Double> open(String name, DataType type) {
    ShelfPlan<String, Double> plan =
        ShelfPlan.<Double>of(
                name,
                type,
                Codec.json(Double.class),
                (key, asOf) ->
                    positionsFail && type == DataType.POSITIONS
                        ? Result.failure(FailureReason.UNAVAILABLE, "as tested")
                        : Result.success(price),
                (key, value) -> Set.of(Ingredient.symbol("A")))
            .withExposure((key, value) -> List.of(Exposure.price("A", value)));
    CachedShelf<String, Double> shelf =
        new CachedShelf<>(
            plan,
            new MemoryStore<>(),
            new Surroundings(
                "n1",
                () -> now,
                () -> 0,
                Runnable::run,
                LoadTurns.alone(),
                () -> policy,
                new EntryIndex(),
                new Horizon(),
                new Notes()));
    shelves.put(name, shelf);
    return shelf;
  }

  private final class Notes implements Surroundings.Notes {
    @Override
    public void dropped(Place place, String why, @Nullable Entry<?> entry) {
      dropped.add(place.key() + ": " + why);
    }

    @Override
    public void sourceFailed(String shelf, String key, RuntimeException cause) {
      throw cause;
    }

    @Override
    public void stored(Place place, Entry<?> entry) {
      drops.stored(place, entry);
    }

    @Override
    public void gone(Place place, EntryStore.Departure how) {
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

  @Test
  void liveLongerWhereTheirPricesAreSeen() {
    positions.get("alone");
    Lifespan alone = positions.find("alone").orElseThrow().lifespan();
    quotes.get("A");
    positions.get("watched");
    Lifespan watched = positions.find("watched").orElseThrow().lifespan();
    assertThat(watched.duration()).isEqualTo(Duration.ofHours(1)).isGreaterThan(alone.duration());
    assertThat(watched.factors())
        .anySatisfy(
            factor -> {
              assertThat(factor.name()).isEqualTo("watched");
              assertThat(factor.input()).contains("from ε = 5.0 bp", "goes unseen for");
            });
  }

  @Test
  void goWhenAQuoteShowsAMoveBeyondTheirBoundAndSayWhy() {
    quotes.get("A");
    positions.get("P");
    now = now.plusSeconds(10);
    price = 100.02;
    quotes.refresh("A");
    assertThat(positions.find("P")).as("2 bp").isPresent();
    now = now.plusSeconds(10);
    price = 100.12;
    quotes.refresh("A");
    assertThat(positions.find("P")).as("12 bp").isEmpty();
    assertThat(dropped)
        .singleElement()
        .asString()
        .startsWith("P: PRICES_SEEN")
        .contains("moved it by 12.0 bp", "from ε = 5.0 bp");
  }

  @Test
  void thoseAskedForOftenAreLoadedAnewInstead() {
    quotes.get("A");
    positions.get("P");
    for (int i = 0; i < 100; i++) {
      now = now.plusMillis(100);
      positions.get("P");
    }
    price = 100.5;
    quotes.refresh("A");
    Entry<Double> entry = positions.find("P").orElseThrow();
    assertThat(entry.value()).isEqualTo(100.5);
    assertThat(entry.loadedFor()).isEqualTo(PriceDrops.REASON);
    assertThat(dropped).isEmpty();
  }

  @Test
  void areNoHitsAnyMoreWhenTheLoadAnewFails() {
    quotes.get("A");
    positions.get("P");
    for (int i = 0; i < 100; i++) {
      now = now.plusMillis(100);
      positions.get("P");
    }
    positionsFail = true;
    price = 100.5;
    quotes.refresh("A");
    assertThat(positions.get("P").find().orElseThrow().how()).isEqualTo(Served.How.STALE_ON_ERROR);
  }

  @Test
  void areFollowedAlsoWhereTheyLayBeforeTheirShelfWasOpened() {
    quotes.get("A");
    positions.get("P");
    drops.gone(new Place("positions", "P"));
    assertThat(drops.watched()).isZero();
    drops.opened(positions);
    assertThat(drops.watched()).isEqualTo(1);
  }

  @Test
  void goWhenNobodySeesTheirPricesAnyMore() {
    quotes.get("A");
    positions.get("P");
    now = now.plusSeconds(5);
    drops.turn();
    assertThat(positions.find("P")).isPresent();
    now = now.plus(Duration.ofMinutes(10));
    drops.turn();
    assertThat(positions.find("P")).isEmpty();
    assertThat(dropped).singleElement().asString().contains("no price of A has been seen");
  }

  @Test
  void onANodeThatDidNotLoadThemTheyAreFreshNoMoreAndLieThereForOthers() {
    PriceDrops other =
        new PriceDrops("n2", shelves::get, () -> policy, () -> now, Runnable::run, () -> 3);
    quotes.get("A");
    positions.get("P");
    for (CachedShelf<?, ?> shelf : List.of(quotes, positions)) {
      other.opened(shelf);
    }
    now = now.plusSeconds(10);
    price = 100.12;
    drops.gone(new Place("positions", "P")); // so that n1 does nothing
    quotes.refresh("A");
    other.opened(quotes);
    other.turn();
    assertThat(positions.find("P")).isPresent();
    assertThat(dropped).as("it says why all the same").singleElement().asString().contains("bp");
    assertThat(positions.get("P").find().orElseThrow().how()).isEqualTo(Served.How.LOADED);
  }

  @Test
  void thePolicyIsNotAskedByWhoTellsOfAnEntry() {
    quotes.get("A");
    List<Runnable> later = new ArrayList<>();
    threads = later::add;
    positions.get("P");
    assertThat(drops.watched()).as("nothing is asked yet").isZero();
    later.forEach(Runnable::run);
    assertThat(drops.watched()).isEqualTo(1);
  }

  @Test
  void anEntryThatWentBeforeItsTurnIsNotFollowed() {
    quotes.get("A");
    List<Runnable> later = new ArrayList<>();
    threads = later::add;
    positions.get("P");
    positions.get("Q");
    positions.drop("P", "test");
    later.forEach(Runnable::run);
    assertThat(drops.watched()).isEqualTo(1);
  }

  @Test
  void whereNoThreadIsFreeTheNextTurnSettlesWhatIsFollowed() {
    quotes.get("A");
    threads =
        task -> {
          throw new RejectedExecutionException("full");
        };
    positions.get("P");
    assertThat(drops.watched()).isZero();
    drops.turn();
    assertThat(drops.watched()).isEqualTo(1);
  }
}
