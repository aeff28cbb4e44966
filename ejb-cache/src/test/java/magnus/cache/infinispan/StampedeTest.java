package magnus.cache.infinispan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import magnus.basics.result.Result;
import magnus.cache.Codec;
import magnus.cache.DataType;
import magnus.cache.Ingredient;
import magnus.cache.Served;
import magnus.cache.ShelfPlan;
import magnus.cache.event.EntryIndex;
import magnus.cache.event.Horizon;
import magnus.cache.freshness.Lifespan;
import magnus.cache.freshness.LifespanPolicy;
import magnus.cache.freshness.LifespanQuestion;
import magnus.cache.shelf.CachedShelf;
import magnus.cache.shelf.Surroundings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class StampedeTest {

  @RegisterExtension static final Cluster CLUSTER = new Cluster();

  private static final Instant NOW = Instant.parse("2024-03-05T15:00:00Z");
  private static final LifespanPolicy MINUTE =
      new LifespanPolicy() {
        @Override
        public String name() {
          return "a minute";
        }

        @Override
        public Lifespan choose(LifespanQuestion question) {
          return new Lifespan(Duration.ofMinutes(1), name(), List.of());
        }
      };

  private final AtomicInteger loads = new AtomicInteger();

  private CachedShelf<String, String> shelf(Node node) {
    return shelf(node, plan());
  }

  private ShelfPlan<String, String> plan() {
    return ShelfPlan.of(
        "texts",
        DataType.NEWS,
        Codec.json(String.class),
        (String key, Instant asOf) -> {
          loads.incrementAndGet();
          try {
            TimeUnit.MILLISECONDS.sleep(50);
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
          return Result.success("text of " + key);
        },
        (key, value) -> Set.of(Ingredient.symbol("AAPL")));
  }

  private static CachedShelf<String, String> shelf(Node node, ShelfPlan<String, String> plan) {
    return new CachedShelf<>(
        plan,
        node.stores.open(plan),
        new Surroundings(
            node.name,
            () -> NOW,
            System::nanoTime,
            node.threads,
            node.stores.turns(),
            () -> MINUTE,
            new EntryIndex(),
            new Horizon(),
            Surroundings.Notes.none()));
  }

  @Test
  void fiveHundredCallersOfAColdKeyOnTwoNodesMakeOneLoad() throws Exception {
    CachedShelf<String, String> a = shelf(CLUSTER.a);
    CachedShelf<String, String> b = shelf(CLUSTER.b);
    ExecutorService callers = Executors.newFixedThreadPool(500);
    try {
      for (int round = 1; round <= 5; round++) {
        String key = "cold" + round;
        List<Callable<Result<Served<String>>>> calls = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
          CachedShelf<String, String> shelf = i % 2 == 0 ? a : b;
          calls.add(() -> shelf.get(key));
        }
        for (Future<Result<Served<String>>> answer : callers.invokeAll(calls)) {
          assertThat(answer.get().find().orElseThrow().value()).isEqualTo("text of " + key);
        }
        assertThat(loads).hasValue(round);
      }
    } finally {
      callers.shutdownNow();
    }
  }

  @Test
  void callersOfManyColdKeysOnTwoNodesMakeOneLoadOfEach() throws Exception {
    List<String> loaded = Collections.synchronizedList(new ArrayList<>());
    ShelfPlan<String, String> plan =
        plan()
            .withBatch(
                10,
                (keys, asOf) -> {
                  loaded.addAll(keys);
                  try {
                    TimeUnit.MILLISECONDS.sleep(20);
                  } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                  }
                  return keys.stream().collect(Collectors.toMap(k -> k, Result::success));
                });
    CachedShelf<String, String> a = shelf(CLUSTER.a, plan);
    CachedShelf<String, String> b = shelf(CLUSTER.b, plan);
    ExecutorService callers = Executors.newFixedThreadPool(40);
    try {
      List<Callable<Map<String, Result<Served<String>>>>> calls = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        CachedShelf<String, String> shelf = i % 2 == 0 ? a : b;
        List<String> keys = List.of("many" + i % 5, "many" + (i + 1) % 5, "many" + (i + 3) % 5);
        calls.add(() -> shelf.getAll(keys));
      }
      for (Future<Map<String, Result<Served<String>>>> answer : callers.invokeAll(calls)) {
        assertThat(answer.get().values()).hasSize(3).allMatch(Result::isSuccess);
      }
    } finally {
      callers.shutdownNow();
    }
    assertThat(loaded).containsExactlyInAnyOrder("many0", "many1", "many2", "many3", "many4");
  }
}
