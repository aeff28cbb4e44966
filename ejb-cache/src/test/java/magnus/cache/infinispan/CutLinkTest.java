package magnus.cache.infinispan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import magnus.cache.shelf.Entry;
import magnus.cache.shelf.EntryStore;
import magnus.cache.shelf.EntryStoreContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The link between two nodes is cut and heals. */
class CutLinkTest {

  @RegisterExtension static final Cluster CLUSTER = new Cluster();

  private static EntryStore<String> store(Node node) {
    return store(node, "texts");
  }

  private static EntryStore<String> store(Node node, String cache) {
    EntryStore<String> store = node.stores.open(Cluster.texts(cache));
    store.watch(
        new EntryStore.Witness<>() {
          @Override
          public void stored(String key, Entry<String> entry) {}

          @Override
          public void gone(String key, EntryStore.Departure how) {}
        });
    return store;
  }

  @Test
  void whatWasDroppedDuringTheCutIsServedByNeitherSideAfterwards() {
    EntryStore<String> a = store(CLUSTER.a);
    EntryStore<String> b = store(CLUSTER.b);
    int each = 40;
    for (int i = 0; i < each; i++) {
      a.put("kept" + i, EntryStoreContract.entry("kept"), EntryStoreContract.LONG);
      a.put("dropped-on-a" + i, EntryStoreContract.entry("old"), EntryStoreContract.LONG);
      a.put("dropped-on-b" + i, EntryStoreContract.entry("old"), EntryStoreContract.LONG);
      a.put("reloaded-on-a" + i, EntryStoreContract.entry("old"), EntryStoreContract.LONG);
    }
    CLUSTER.b.cutOff();
    Cluster.await(() -> CLUSTER.a.nodes() == 1 && CLUSTER.b.nodes() == 1);
    for (int i = 0; i < each; i++) {
      a.remove("dropped-on-a" + i);
      b.remove("dropped-on-b" + i);
      a.put("reloaded-on-a" + i, EntryStoreContract.entry("new"), EntryStoreContract.LONG);
      b.put("only-on-b" + i, EntryStoreContract.entry("b's"), EntryStoreContract.LONG);
    }
    CLUSTER.b.heal();
    Cluster.await(
        () -> CLUSTER.a.stores.members().size() == 2 && CLUSTER.b.stores.members().size() == 2);
    // From here on, while Infinispan makes one cache of two and when that is done.
    Cluster.await(
        () -> {
          for (int i = 0; i < each; i++) {
            for (EntryStore<String> side : List.of(a, b)) {
              assertThat(side.find("dropped-on-a" + i)).isNull();
              assertThat(side.find("dropped-on-b" + i)).isNull();
              Entry<String> reloaded = side.find("reloaded-on-a" + i);
              assertThat(reloaded == null || reloaded.value().equals("new")).isTrue();
            }
          }
          return CLUSTER.a.cache("texts").size() <= 1 && a.size() <= 1 && b.size() <= 1;
        });
    b.put("after", EntryStoreContract.entry("after"), EntryStoreContract.LONG);
    assertThat(a.find("after")).isNotNull();
  }

  @Test
  void aNodeGoesOnWhereTheOtherDoesNotAnswer() {
    EntryStore<String> a = store(CLUSTER.a, Node.HASTY);
    EntryStore<String> b = store(CLUSTER.b, Node.HASTY);
    int each = 10; // some keys' first owner is here, some keys' is there
    for (int i = 0; i < each; i++) {
      a.put("dropped" + i, EntryStoreContract.entry("old"), EntryStoreContract.LONG);
    }
    CLUSTER.b.cutOff();
    try {
      for (int i = 0; i < each && CLUSTER.a.nodes() == 2; i++) {
        assertThat(a.remove("dropped" + i)).isTrue();
        assertThat(a.find("dropped" + i)).isNull();
      }
      a.put(
          "stored",
          EntryStoreContract.entry("whose put is not confirmed"),
          EntryStoreContract.LONG);
    } finally {
      CLUSTER.b.heal();
    }
    Cluster.await(
        () -> CLUSTER.a.stores.members().size() == 2 && CLUSTER.b.stores.members().size() == 2);
    Cluster.await(() -> b.find("dropped0") == null && a.find("dropped0") == null);
  }

  /** What is left of it on one side would keep all from loading until its lease is over. */
  @Test
  void aTurnThatWasGivenBackWhileTheLinkWasCutStopsNobody() {
    CLUSTER.b.cutOff();
    Cluster.await(() -> CLUSTER.a.nodes() == 1 && CLUSTER.b.nodes() == 1);
    for (Node node : List.of(CLUSTER.a, CLUSTER.b)) {
      Cluster.await(() -> node.stores.members().size() == 1);
      node.container
          .<String, String>getCache("load-turns")
          .put("texts/left", CLUSTER.a.name + "#0", 60, TimeUnit.SECONDS);
    }
    CLUSTER.b.heal();
    Cluster.await(
        () -> CLUSTER.a.stores.members().size() == 2 && CLUSTER.b.stores.members().size() == 2);
    Cluster.await(
        () -> CLUSTER.b.stores.turns().tryTake("texts", "left").isPresent(),
        Duration.ofSeconds(15));
  }
}
