package magnus.cache.infinispan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import magnus.cache.Served;
import magnus.cache.ShelfPlan;
import magnus.cache.event.EntryIndex;
import magnus.cache.event.Horizon;
import magnus.cache.freshness.Lifespan;
import magnus.cache.freshness.LifespanPolicy;
import magnus.cache.freshness.LifespanQuestion;
import magnus.cache.shelf.CachedShelf;
import magnus.cache.shelf.Surroundings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A cache that is full, and one with something in it that cannot be read. */
class StoreFaultsTest {

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

  private static CachedShelf<String, String> shelf(ShelfPlan<String, String> plan) {
    return new CachedShelf<>(
        plan,
        CLUSTER.a.stores.open(plan),
        new Surroundings(
            "a",
            () -> NOW,
            System::nanoTime,
            CLUSTER.a.threads,
            CLUSTER.a.stores.turns(),
            () -> MINUTE,
            new EntryIndex(),
            new Horizon(),
            Surroundings.Notes.none()));
  }

  @BeforeEach
  void empty() {
    CLUSTER.a.cache("texts").clear();
  }

  @Test
  void aFullCacheEvictsAndGoesOn() {
    CachedShelf<String, String> shelf = shelf(Cluster.texts().withRoom(20, 1 << 20));
    for (int i = 0; i < 60; i++) {
      assertThat(shelf.get("k" + i).isSuccess()).isTrue();
    }
    Cluster.await(() -> shelf.size() <= 20);
    Cluster.await(() -> shelf.figures().counts().evicted() >= 40);
    assertThat(shelf.get("k0").isSuccess()).isTrue();
  }

  @Test
  void whatCannotBeReadIsLoadedAnewAndCounted() {
    CachedShelf<String, String> shelf = shelf(Cluster.texts());
    CLUSTER.b.cache("texts").put("k", new byte[] {8, 99, 1});
    assertThat(shelf.get("k").find().orElseThrow().how()).isEqualTo(Served.How.LOADED);
    assertThat(shelf.figures().counts().unreadable()).isPositive();
  }
}
