package magnus.cache.shelf;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import magnus.basics.result.FailureReason;
import magnus.basics.result.Result;
import magnus.cache.Codec;
import magnus.cache.DataType;
import magnus.cache.Ingredient;
import magnus.cache.ShelfPlan;
import magnus.cache.event.EntryIndex;
import magnus.cache.event.Horizon;
import magnus.cache.freshness.Lifespan;
import magnus.cache.freshness.LifespanPolicy;
import magnus.cache.freshness.LifespanQuestion;
import org.jspecify.annotations.Nullable;

/** A shelf of texts with a source, a clock and threads that a test turns by hand. */
final class ShelfBench {

  static final Instant START = Instant.parse("2024-03-05T15:00:00Z");

  Instant now = START;
  long nanos;
  final AtomicInteger asked = new AtomicInteger();
  final List<String> dropped = new ArrayList<>();
  final Queue<Runnable> background = new ArrayDeque<>();
  final EntryIndex index = new EntryIndex();
  final Horizon horizon = new Horizon();
  final MemoryStore<String> store = new MemoryStore<>();
  Executor threads = background::add;
  Surroundings.@Nullable Notes heard;
  Source source = (key, asOf) -> Result.success(key + " at " + asOf);

  /** The source that a test scripts. */
  interface Source {
    Result<String> load(String key, Instant asOf);
  }

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

  ShelfPlan<String, String> plan = planWith(Codec.json(String.class));

  ShelfPlan<String, String> planWith(Codec<String> codec) {
    return ShelfPlan.of(
            "texts",
            DataType.NEWS,
            codec,
            (String key, Instant asOf) -> {
              asked.incrementAndGet();
              return source.load(key, asOf);
            },
            (key, value) -> Set.of(Ingredient.symbol(key)))
        .withStale(Duration.ZERO, Duration.ofHours(1))
        .withSound(text -> !text.isEmpty());
  }

  Map<String, Result<String>> loadAll(Set<String> keys, Instant asOf) {
    Map<String, Result<String>> all = new HashMap<>();
    keys.forEach(key -> all.put(key, Result.success(key)));
    return all;
  }

  CachedShelf<String, String> shelf() {
    return new CachedShelf<>(plan, store, surroundings(LoadTurns.alone()));
  }

  Surroundings surroundings(LoadTurns turns) {
    InstantSource market = () -> now;
    return new Surroundings(
        "n1",
        market,
        () -> nanos,
        task -> threads.execute(task),
        turns,
        () -> MINUTE,
        index,
        horizon,
        heard != null ? heard : notes());
  }

  private Surroundings.Notes notes() {
    return new Surroundings.Notes() {
      @Override
      public void dropped(EntryIndex.Place place, String why, @Nullable Entry<?> entry) {
        dropped.add(place.key() + ": " + why);
      }

      @Override
      public void sourceFailed(String shelf, String key, RuntimeException cause) {}
    };
  }

  void pass(Duration time) {
    now = now.plus(time);
    nanos += time.toNanos();
  }

  void runBackground() {
    Runnable task = background.poll();
    while (task != null) {
      task.run();
      task = background.poll();
    }
  }

  static Result<String> failing() {
    return Result.failure(FailureReason.UNAVAILABLE, "the line is down");
  }
}
