package magnus.cache.shelf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import magnus.basics.problem.Refusal;
import magnus.basics.result.FailureReason;
import magnus.basics.result.Result;
import magnus.cache.Ingredient;
import magnus.cache.Occurrence;
import magnus.cache.Served;
import magnus.cache.Served.How;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a shelf promises, with a source that is slow, fails or talks nonsense. */
@Timeout(60)
class CachedShelfTest {

  private final ShelfBench bench = new ShelfBench();

  private static Served<String> good(Result<Served<String>> result) {
    return result.find().orElseThrow(() -> new AssertionError(result.toString()));
  }

  private static FailureReason reason(Result<Served<String>> result) {
    return result.findFailure().orElseThrow().reason();
  }

  @Test
  void asksTheSourceOnceInALifespan() {
    var shelf = bench.shelf();
    assertThat(good(shelf.get("A")).how()).isEqualTo(How.LOADED);
    bench.pass(Duration.ofSeconds(59));
    Served<String> hit = good(shelf.get("A"));
    assertThat(hit.how()).isEqualTo(How.HIT);
    assertThat(hit.age()).isEqualTo(Duration.ofSeconds(59));
    assertThat(hit.value()).isEqualTo("A at " + ShelfBench.START);
    bench.pass(Duration.ofSeconds(2));
    bench.threads = Runnable::run;
    assertThat(good(shelf.get("A")).value()).isEqualTo("A at " + bench.now);
    assertThat(bench.asked).hasValue(2);
    assertThat(shelf.figures().counts().hits()).isEqualTo(1);
    assertThat(shelf.figures().counts().misses()).isEqualTo(2);
  }

  @Test
  void servesStaleWhileItRevalidatesWhereThatIsAllowed() {
    bench.plan = bench.plan.withStale(Duration.ofSeconds(30), Duration.ofHours(1));
    var shelf = bench.shelf();
    shelf.get("A");
    bench.pass(Duration.ofSeconds(80));
    assertThat(good(shelf.get("A")).how()).isEqualTo(How.STALE_WHILE_REVALIDATING);
    assertThat(good(shelf.get("A")).how()).isEqualTo(How.STALE_WHILE_REVALIDATING);
    assertThat(bench.background).hasSize(1);
    bench.runBackground();
    assertThat(good(shelf.get("A")).how()).isEqualTo(How.HIT);
    assertThat(bench.asked).hasValue(2);
  }

  @Test
  void servesStaleRatherThanNothingWhenTheSourceFails() {
    var shelf = bench.shelf();
    shelf.get("A");
    bench.pass(Duration.ofMinutes(10));
    bench.source = (key, asOf) -> ShelfBench.failing();
    bench.threads = Runnable::run;
    Served<String> stale = good(shelf.get("A"));
    assertThat(stale.how()).isEqualTo(How.STALE_ON_ERROR);
    assertThat(stale.isStale()).isTrue();
    assertThat(good(shelf.get("A")).how()).isEqualTo(How.STALE_ON_ERROR);
    assertThat(bench.asked).as("the failure is remembered").hasValue(2);
    bench.pass(Duration.ofMinutes(52));
    assertThat(reason(shelf.get("A"))).isEqualTo(FailureReason.UNAVAILABLE);
    assertThat(shelf.figures().counts().staleOnError()).isEqualTo(2);
  }

  @Test
  void remembersAFailureBrieflyAndNoLonger() {
    var shelf = bench.shelf();
    bench.source = (key, asOf) -> ShelfBench.failing();
    assertThat(reason(shelf.get("A"))).isEqualTo(FailureReason.UNAVAILABLE);
    assertThat(reason(shelf.get("A"))).isEqualTo(FailureReason.UNAVAILABLE);
    assertThat(bench.asked).hasValue(1);
    bench.pass(Duration.ofSeconds(6));
    bench.source = (key, asOf) -> Result.success("back");
    assertThat(good(shelf.get("A")).value()).isEqualTo("back");
    assertThat(shelf.figures().counts().failuresRemembered()).isEqualTo(1);
  }

  @Test
  void anExceptionOfTheSourceIsAFailureAndARefusalIsTheCallers() {
    var shelf = bench.shelf();
    bench.source =
        (key, asOf) -> {
          throw new IllegalStateException("no route");
        };
    assertThat(reason(shelf.get("A"))).isEqualTo(FailureReason.UNAVAILABLE);
    bench.source =
        (key, asOf) -> {
          throw Refusal.unknown("portfolio", key);
        };
    assertThatThrownBy(() -> shelf.get("B")).isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> shelf.get("B")).isInstanceOf(Refusal.class);
    assertThat(bench.asked).hasValue(3);
  }

  @Test
  void nonsenseIsNotKept() {
    var shelf = bench.shelf();
    bench.source = (key, asOf) -> Result.success("");
    assertThat(reason(shelf.get("A"))).isEqualTo(FailureReason.GARBLED);
    assertThat(shelf.size()).isZero();
    assertThat(shelf.figures().counts().unsound()).isEqualTo(1);
  }

  @Test
  void aSlowSourceIsNotWaitedForLongerThanPatienceWhereThereIsAnOldValue() {
    bench.plan = bench.plan.withPatience(Duration.ofMillis(20), Duration.ofSeconds(5));
    var shelf = bench.shelf();
    shelf.get("A");
    bench.pass(Duration.ofMinutes(2));
    assertThat(good(shelf.get("A")).how()).isEqualTo(How.STALE_ON_ERROR);
    assertThat(shelf.figures().counts().tooSlow()).isEqualTo(1);
    bench.runBackground();
    assertThat(good(shelf.get("A")).how()).isEqualTo(How.HIT);
  }

  @Test
  void whereNoThreadIsFreeTheCallerLoadsHimself() {
    var shelf = bench.shelf();
    shelf.get("A");
    bench.pass(Duration.ofMinutes(2));
    bench.threads =
        task -> {
          throw new RejectedExecutionException("full");
        };
    assertThat(good(shelf.get("A")).how()).isEqualTo(How.LOADED);
  }

  @Test
  void anEntryFromTheFutureIsNotServedAfterTheClockWasSetBack() {
    var shelf = bench.shelf();
    shelf.get("A");
    bench.now = bench.now.minus(Duration.ofDays(30));
    Served<String> loaded = good(shelf.get("A"));
    assertThat(loaded.value()).isEqualTo("A at " + bench.now);
    assertThat(shelf.peek("A").orElseThrow().value()).isEqualTo(loaded.value());
    bench.now = bench.now.plus(Duration.ofDays(60));
    bench.source = (key, asOf) -> ShelfBench.failing();
    assertThat(reason(shelf.get("A"))).isEqualTo(FailureReason.UNAVAILABLE);
  }

  @Test
  void aLoadThatAnEventOvertookIsMadeAgain() {
    var shelf = bench.shelf();
    bench.source =
        (key, asOf) -> {
          if (bench.asked.get() == 1) {
            bench.horizon.tell(touching(key));
            return Result.success("before the event");
          }
          return Result.success("after the event");
        };
    assertThat(good(shelf.get("A")).value()).isEqualTo("after the event");
    assertThat(shelf.peek("A").orElseThrow().value()).isEqualTo("after the event");
    assertThat(shelf.figures().counts().overtaken()).isEqualTo(1);
  }

  @Test
  void anEventAboutSomethingElseOvertakesNothing() {
    var shelf = bench.shelf();
    bench.source =
        (key, asOf) -> {
          bench.horizon.tell(touching("OTHER"));
          return Result.success("fine");
        };
    shelf.get("A");
    assertThat(bench.asked).hasValue(1);
    assertThat(shelf.size()).isEqualTo(1);
  }

  private Occurrence touching(String symbol) {
    return new Occurrence(
        Occurrence.Kind.EARNINGS_RELEASE,
        Set.of(Ingredient.symbol(symbol)),
        bench.now,
        java.util.Map.of(),
        "test");
  }

  @Test
  void manyCallersOfAColdKeyMakeOneLoad() throws Exception {
    var shelf = bench.shelf();
    CountDownLatch inSource = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    bench.source =
        (key, asOf) -> {
          inSource.countDown();
          try {
            go.await();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
          return Result.success("once");
        };
    ExecutorService threads = Executors.newFixedThreadPool(50);
    try {
      List<Future<Result<Served<String>>>> calls = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        calls.add(threads.submit(() -> shelf.get("A")));
      }
      inSource.await();
      while (shelf.figures().counts().joined() < 49) {
        Thread.onSpinWait();
      }
      go.countDown();
      for (Future<Result<Served<String>>> call : calls) {
        assertThat(good(call.get()).value()).isEqualTo("once");
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(bench.asked).hasValue(1);
  }

  @Test
  void theVersionChangesWithTheContentAlone() {
    var shelf = bench.shelf();
    bench.source = (key, asOf) -> Result.success("same");
    bench.threads = Runnable::run;
    String first = good(shelf.get("A")).version();
    bench.pass(Duration.ofMinutes(2));
    assertThat(good(shelf.get("A")).version()).isEqualTo(first);
    bench.source = (key, asOf) -> Result.success("other");
    assertThat(good(shelf.refresh("A")).version()).isNotEqualTo(first);
  }

  @Test
  void aDroppedEntryIsGoneAndItsReasonKept() {
    var shelf = bench.shelf();
    shelf.get("A");
    shelf.get("B");
    shelf.drop("A", "administrator");
    assertThat(shelf.peek("A")).isEmpty();
    assertThat(bench.dropped).containsExactly("A: administrator");
    assertThat(shelf.clear("all")).isEqualTo(1);
    assertThat(bench.index.size()).isZero();
  }
}
