package magnus.cache.infinispan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import magnus.cache.Ingredient;
import magnus.cache.Occurrence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class InfinispanEventsTest {

  @RegisterExtension static final Cluster CLUSTER = new Cluster();

  private static Occurrence spike(String symbol, double ratio) {
    return new Occurrence(
        Occurrence.Kind.HIGH_VOLUME_SPIKE,
        Set.of(Ingredient.symbol(symbol), Ingredient.calendar("XNYS")),
        Instant.parse("2024-03-05T15:00:00.5Z"),
        Map.of("volume_ratio", ratio, "gap", -0.02),
        "volume detector");
  }

  @Test
  void theOtherNodeHasHeardWhenThePublisherGoesOn() {
    List<Occurrence> heardByA = new CopyOnWriteArrayList<>();
    List<Occurrence> heardByB = new CopyOnWriteArrayList<>();
    CLUSTER.a.stores.events().subscribe(heardByA::add);
    CLUSTER.b.stores.events().subscribe(heardByB::add);
    List<Occurrence> said = new CopyOnWriteArrayList<>();
    for (int i = 0; i < 50; i++) {
      Occurrence occurrence = spike("S" + i, 3 + i / 10.0);
      said.add(occurrence);
      CLUSTER.a.stores.events().publish(occurrence);
      assertThat(heardByB).isEqualTo(said);
    }
    assertThat(heardByA).isEmpty();
    CLUSTER.b.stores.events().publish(spike("AAPL", 4));
    assertThat(heardByA).containsExactly(spike("AAPL", 4));
  }

  @Test
  void aListenerMayDropWhatThePublisherHoldsWithoutAnybodyWaitingForEver() {
    var a = CLUSTER.a.cache("texts");
    var b = CLUSTER.b.cache("texts");
    CLUSTER.a.stores.events().subscribe(o -> a.remove("k" + o.figures().get("volume_ratio")));
    CLUSTER.b.stores.events().subscribe(o -> b.remove("k" + o.figures().get("volume_ratio")));
    List<Thread> publishers = new CopyOnWriteArrayList<>();
    for (int t = 0; t < 16; t++) {
      int number = t;
      Node node = t % 2 == 0 ? CLUSTER.a : CLUSTER.b;
      Thread publisher =
          new Thread(
              () -> {
                for (int i = 0; i < 20; i++) {
                  double ratio = number * 100 + i;
                  node.cache("texts").put("k" + ratio, new byte[] {1});
                  node.stores.events().publish(spike("AAPL", ratio));
                }
              });
      publishers.add(publisher);
      publisher.start();
    }
    Cluster.await(() -> publishers.stream().noneMatch(Thread::isAlive));
    assertThat(a.keySet()).isEmpty();
  }
}
