package magnus.cache.shelf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import magnus.basics.problem.Refusal;
import magnus.basics.result.FailureReason;
import magnus.basics.result.Result;
import magnus.cache.Ingredient;
import magnus.cache.Occurrence;
import magnus.cache.Served;
import magnus.cache.Served.How;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many keys at once: what is fresh is served, the rest comes in one call of the source. */
@Timeout(60)
class GetAllTest {

  private final ShelfBench bench = new ShelfBench();
  private final List<Set<String>> calls = new ArrayList<>();

  private Map<String, Result<String>> answer(Set<String> keys, Instant asOf) {
    synchronized (calls) {
      calls.add(new TreeSet<>(keys));
    }
    Map<String, Result<String>> all = new HashMap<>();
    keys.forEach(key -> all.put(key, bench.source.load(key, asOf)));
    return all;
  }

  private CachedShelf<String, String> batching() {
    bench.plan = bench.plan.withBatch(3, this::answer);
    return bench.shelf();
  }

  private CachedShelf<String, String> riding() {
    bench.plan = bench.plan.withRiding(3, this::answer);
    return bench.shelf();
  }

  private static Served<String> good(Map<String, Result<Served<String>>> all, String key) {
    Result<Served<String>> result = all.get(key);
    assertThat(result).isNotNull();
    return result.find().orElseThrow(() -> new AssertionError(key + ": " + result));
  }

  @Test
  void keepsTheOrderAndHowEachCame() {
    var shelf = batching();
    shelf.get("B");
    var all = shelf.getAll(List.of("C", "B", "A", "C"));
    assertThat(all.keySet()).containsExactly("C", "B", "A");
    assertThat(good(all, "B").how()).isEqualTo(How.HIT);
    assertThat(good(all, "C").how()).isEqualTo(How.LOADED);
    assertThat(calls).containsExactly(Set.of("B"), Set.of("A", "C"));
    assertThat(shelf.figures().counts().calls()).isEqualTo(2);
    assertThat(shelf.figures().counts().loads()).isEqualTo(3);
    assertThat(shelf.figures().counts().misses()).isEqualTo(3);
  }

  @Test
  void asksForNoMoreKeysInACallThanThePlanAllows() {
    var shelf = batching();
    assertThat(shelf.getAll(List.of("A", "B", "C", "D"))).hasSize(4);
    assertThat(calls).containsExactly(Set.of("A", "B", "C"), Set.of("D"));
  }

  @Test
  void isWarmedInOneCallButForWhatIsThere() {
    var shelf = batching();
    shelf.get("B");
    var warmths = shelf.warm(List.of("C", "B", "A"), "warming");
    assertThat(warmths)
        .containsEntry("A", CachedShelf.Warmth.WARMED)
        .containsEntry("B", CachedShelf.Warmth.FRESH)
        .containsEntry("C", CachedShelf.Warmth.WARMED);
    assertThat(calls).containsExactly(Set.of("B"), Set.of("A", "C"));
    bench.source = (key, asOf) -> Result.failure(FailureReason.NO_DATA, "There is no " + key + ".");
    assertThat(shelf.warm(List.of("D"), "warming")).containsEntry("D", CachedShelf.Warmth.FAILED);
  }

  @Test
  void aSourceForOneIsAskedForEach() {
    var shelf = bench.shelf();
    assertThat(good(shelf.getAll(List.of("A", "B")), "B").value()).startsWith("B at");
    assertThat(bench.asked).hasValue(2);
    assertThat(shelf.figures().counts().calls()).isEqualTo(2);
  }

  @Test
  void aFailureIsOfItsKeyAlone() {
    bench.source =
        (key, asOf) ->
            switch (key) {
              case "bad" -> ShelfBench.failing();
              case "unsound" -> Result.success("");
              default -> Result.success(key);
            };
    var shelf = batching();
    var all = shelf.getAll(List.of("bad", "good", "unsound"));
    assertThat(good(all, "good").value()).isEqualTo("good");
    assertThat(all.get("bad").findFailure().orElseThrow().reason())
        .isEqualTo(FailureReason.UNAVAILABLE);
    assertThat(all.get("unsound").findFailure().orElseThrow().reason())
        .isEqualTo(FailureReason.GARBLED);
    shelf.getAll(List.of("bad", "good", "unsound"));
    assertThat(calls).as("failures are remembered").hasSize(1);
    assertThat(shelf.figures().counts().failuresRemembered()).isEqualTo(2);
  }

  @Test
  void aRefusalIsOfItsKeyAlone() {
    bench.source =
        (key, asOf) -> {
          if (key.equals("refused")) {
            throw Refusal.unknown("symbol", key);
          }
          return Result.success(key);
        };
    var shelf = batching();
    var all = shelf.getAll(List.of("A", "refused", "B"));
    assertThat(good(all, "A").value()).isEqualTo("A");
    assertThat(good(all, "B").value()).isEqualTo("B");
    assertThat(all.get("refused").findFailure().orElseThrow().reason())
        .isEqualTo(FailureReason.NO_DATA);
    assertThatThrownBy(() -> shelf.get("refused")).isInstanceOf(Refusal.class);
    assertThat(shelf.get("A").find().orElseThrow().how()).isEqualTo(How.HIT);
  }

  @Test
  void aRefusalOfWhatRidesIsNotOfWhoWaits() {
    var shelf = riding();
    shelf.get("A");
    bench.pass(Duration.ofSeconds(50));
    bench.source =
        (key, asOf) -> {
          if (key.equals("A")) {
            throw Refusal.unknown("symbol", key);
          }
          return Result.success(key);
        };
    assertThat(shelf.get("B").find().orElseThrow().value()).isEqualTo("B");
    bench.runBackground();
    assertThat(shelf.find("A")).isPresent();
  }

  @Test
  void whoWaitsIsAnsweredBeforeWhatRidesIsPut() {
    var shelf = riding();
    shelf.get("A");
    bench.pass(Duration.ofSeconds(50));
    assertThat(shelf.get("B").find().orElseThrow().how()).isEqualTo(How.LOADED);
    assertThat(calls.get(1)).containsExactly("A", "B");
    assertThat(shelf.find("A").orElseThrow().loadedFor()).isEqualTo("request");
    bench.runBackground();
    assertThat(shelf.find("A").orElseThrow().loadedFor()).isEqualTo("ride along");
  }

  @Test
  void noTurnIsTakenForWhatRides() {
    List<String> taken = new ArrayList<>();
    bench.plan = bench.plan.withRiding(3, this::answer);
    var shelf =
        new CachedShelf<>(
            bench.plan,
            bench.store,
            bench.surroundings(
                new LoadTurns() {
                  @Override
                  public Optional<Turn> tryTake(String name, String key) {
                    taken.add(key);
                    return Optional.of(() -> {});
                  }

                  @Override
                  public void await(String name, String key, Duration most) {}
                }));
    shelf.get("A");
    bench.pass(Duration.ofSeconds(50));
    shelf.get("B");
    assertThat(calls.get(1)).containsExactly("A", "B");
    assertThat(taken).containsExactly("A", "B");
  }

  @Test
  void whatAnotherNodePutMeanwhileStays() {
    var shelf = riding();
    shelf.get("A");
    bench.pass(Duration.ofSeconds(50));
    shelf.get("B");
    Entry<String> newer = EntryStoreContract.entry("newer");
    bench.store.put("A", newer, Duration.ofHours(1));
    bench.runBackground();
    assertThat(bench.store.find("A")).isSameAs(newer);
  }

  @Test
  void whatHasMoreThanHalfItsLifeLeftDoesNotRide() {
    var shelf = riding();
    shelf.get("A");
    bench.pass(Duration.ofSeconds(29));
    shelf.get("B");
    assertThat(calls.get(1)).containsExactly("B");
    bench.pass(Duration.ofSeconds(2));
    shelf.get("C");
    assertThat(calls.get(2)).containsExactly("A", "C");
  }

  @Test
  void whatTheSourceDoesNotMentionIsAFailure() {
    bench.plan = bench.plan.withBatch(10, (keys, asOf) -> Map.of("A", Result.success("a")));
    var all = bench.shelf().getAll(List.of("A", "B"));
    assertThat(good(all, "A").value()).isEqualTo("a");
    assertThat(all.get("B").findFailure().orElseThrow().reason()).isEqualTo(FailureReason.NO_DATA);
  }

  @Test
  void anOldValueIsServedWhereTheCallFails() {
    var shelf = batching();
    shelf.get("A");
    bench.pass(Duration.ofMinutes(2));
    bench.source = (key, asOf) -> ShelfBench.failing();
    var all = shelf.getAll(List.of("A", "B"));
    assertThat(good(all, "A").how()).isEqualTo(How.STALE_ON_ERROR);
    assertThat(all.get("B").isSuccess()).isFalse();
  }

  @Test
  void patienceIsOfTheCallAndNotOfEachOfItsKeys() {
    bench.plan = bench.plan.withPatience(Duration.ofMillis(200), Duration.ofSeconds(5));
    var shelf = bench.shelf();
    List<String> keys = IntStream.range(0, 30).mapToObj(i -> "K" + i).toList();
    shelf.getAll(keys);
    bench.pass(Duration.ofMinutes(2));
    long began = System.nanoTime();
    var all = shelf.getAll(keys); // nobody runs what is in the background
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
    assertThat(all.values())
        .allMatch(answer -> answer.find().orElseThrow().how() == How.STALE_ON_ERROR);
    assertThat(shelf.figures().counts().tooSlow()).isEqualTo(30);
  }

  @Test
  void onlyWhatAnEventOvertookIsLoadedAgain() {
    bench.source =
        (key, asOf) -> {
          if (calls.size() == 1) {
            bench.horizon.tell(
                new Occurrence(
                    Occurrence.Kind.PRICE_MOVE,
                    Set.of(Ingredient.symbol("B")),
                    asOf,
                    Map.of(),
                    "test"));
          }
          return Result.success(key + " of call " + calls.size());
        };
    var shelf = batching();
    var all = shelf.getAll(List.of("A", "B"));
    assertThat(good(all, "A").value()).isEqualTo("A of call 1");
    assertThat(good(all, "B").value()).isEqualTo("B of call 2");
    assertThat(calls).containsExactly(Set.of("A", "B"), Set.of("B"));
    assertThat(shelf.figures().counts().overtaken()).isEqualTo(1);
  }

  @Test
  void concurrentCallersShareTheLoadsOfTheirCommonKeys() throws Exception {
    CountDownLatch both = new CountDownLatch(2);
    bench.source =
        (key, asOf) -> {
          both.countDown();
          try {
            both.await(5, TimeUnit.SECONDS);
          } catch (InterruptedException e) {
            throw new AssertionError(e);
          }
          return Result.success(key);
        };
    var shelf = batching();
    ExecutorService callers = Executors.newFixedThreadPool(8);
    try {
      List<Future<Map<String, Result<Served<String>>>>> answers = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        List<String> keys = i % 2 == 0 ? List.of("A", "B", "C") : List.of("C", "B", "D");
        answers.add(callers.submit(() -> shelf.getAll(keys)));
      }
      for (Future<Map<String, Result<Served<String>>>> answer : answers) {
        assertThat(answer.get().values()).allMatch(Result::isSuccess);
      }
    } finally {
      callers.shutdownNow();
    }
    List<String> asked = calls.stream().flatMap(Set::stream).toList();
    assertThat(asked).as("each key once").containsExactlyInAnyOrder("A", "B", "C", "D");
  }

  @Test
  void othersThatAreAskedForRideAlong() {
    var shelf = riding();
    shelf.get("A");
    bench.pass(Duration.ofSeconds(40));
    shelf.get("B");
    bench.runBackground();
    assertThat(calls.get(1)).as("A rides with the first load of B").containsExactly("A", "B");
    bench.pass(Duration.ofSeconds(70));
    shelf.get("C");
    bench.runBackground();
    assertThat(calls.get(2)).containsExactly("A", "B", "C");
    assertThat(shelf.get("A").find().orElseThrow().how()).isEqualTo(How.HIT);
    assertThat(shelf.find("A").orElseThrow().loadedFor()).isEqualTo("ride along");
    assertThat(shelf.figures().counts().ridden()).isEqualTo(3);
    assertThat(shelf.figures().counts().calls()).isEqualTo(3);
  }

  @Test
  void thoseThatEndFirstRideUpToTheBound() {
    var shelf = riding();
    shelf.get("A");
    bench.pass(Duration.ofSeconds(1));
    bench.plan = bench.plan.withBatch(1, this::answer);
    shelf.getAll(List.of("B", "C"));
    bench.pass(Duration.ofSeconds(40));
    calls.clear();
    shelf.get("D");
    assertThat(calls.get(0)).as("a call is for three keys").hasSize(3).contains("D", "A");
  }

  @Test
  void whatNobodyAsksForDoesNotRide() {
    var shelf = riding();
    shelf.get("A");
    bench.pass(Duration.ofMinutes(30));
    calls.clear();
    shelf.get("B");
    assertThat(calls).containsExactly(Set.of("B"));
    bench.pass(Duration.ofSeconds(40));
    shelf.get("C");
    assertThat(calls.get(1)).containsExactly("B", "C");
  }

  @Test
  void whatNobodyAsksForDoesNotRideOnANodeThatHearsOfItFromAnother() {
    var shelf = riding();
    Entry<String> others = EntryStoreContract.entry("A", Duration.ofMinutes(1));
    others.learnt(new AccessRate(0, 3_600));
    bench.now = EntryStoreContract.AS_OF.plusSeconds(50);
    bench.store.put("A", others, Duration.ofHours(1));
    shelf.get("B");
    assertThat(calls).containsExactly(Set.of("B"));
  }
}
