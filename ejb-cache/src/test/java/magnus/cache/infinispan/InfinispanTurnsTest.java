package magnus.cache.infinispan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import magnus.cache.shelf.LoadTurns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class InfinispanTurnsTest {

  @RegisterExtension static final Cluster CLUSTER = new Cluster();

  @Test
  void oneNodeHasTheTurnUntilItGivesItBack() throws Exception {
    LoadTurns a = CLUSTER.a.stores.turns();
    LoadTurns b = CLUSTER.b.stores.turns();
    LoadTurns.Turn turn = a.tryTake("texts", "k").orElseThrow();
    assertThat(b.tryTake("texts", "k")).isEmpty();
    assertThat(a.tryTake("texts", "k")).isEmpty();
    assertThat(b.tryTake("texts", "other")).isPresent();
    long began = System.nanoTime();
    CompletableFuture<Void> waiting = waitFor(b, "k", Duration.ofSeconds(20));
    TimeUnit.MILLISECONDS.sleep(100);
    assertThat(waiting).isNotDone();
    turn.close();
    waiting.get(10, TimeUnit.SECONDS);
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
    Optional<LoadTurns.Turn> mine = b.tryTake("texts", "k");
    assertThat(mine).isPresent();
    // A turn that was given back is no longer its former holder's to give back.
    turn.close();
    assertThat(a.tryTake("texts", "k")).isEmpty();
    mine.get().close();
  }

  @Test
  void aTurnWhoseLeaseIsOverIsFree() throws Exception {
    InfinispanTurns hasty =
        new InfinispanTurns(
            CLUSTER.a.container.getCache("load-turns"), "a", Duration.ofMillis(300));
    assertThat(hasty.tryTake("texts", "lapses")).isPresent();
    LoadTurns b = CLUSTER.b.stores.turns();
    assertThat(b.tryTake("texts", "lapses")).isEmpty();
    waitFor(b, "lapses", Duration.ofSeconds(20)).get(10, TimeUnit.SECONDS);
    Cluster.await(() -> b.tryTake("texts", "lapses").isPresent());
  }

  @Test
  void theTurnOfANodeThatDiesIsFreeLongBeforeItsLeaseIsOver() throws Exception {
    Node c = CLUSTER.another("c");
    try {
      assertThat(c.stores.turns().tryTake("texts", "dead")).isPresent();
      LoadTurns a = CLUSTER.a.stores.turns();
      assertThat(a.tryTake("texts", "dead")).isEmpty();
      long began = System.nanoTime();
      c.die();
      waitFor(a, "dead", Duration.ofSeconds(30)).get(35, TimeUnit.SECONDS);
      Cluster.await(() -> a.tryTake("texts", "dead").isPresent());
      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(20));
    } finally {
      c.close();
    }
  }

  private static CompletableFuture<Void> waitFor(LoadTurns turns, String key, Duration most) {
    return CompletableFuture.runAsync(
        () -> {
          try {
            turns.await("texts", key, most);
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        });
  }
}
