package magnus.cache.infinispan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import magnus.cache.shelf.AccessRate;
import magnus.cache.shelf.Entry;
import magnus.cache.shelf.EntryStore;
import magnus.cache.shelf.EntryStoreContract;
import org.infinispan.Cache;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The contract on one of two nodes, and what concerns both. */
class InfinispanStoreTest extends EntryStoreContract {

  @RegisterExtension static final Cluster CLUSTER = new Cluster();

  /** Writes down who hears what. */
  private record Ear(String node, Collection<String> heard) implements EntryStore.Witness<String> {
    @Override
    public void stored(String key, Entry<String> entry) {
      heard.add(node + " " + key + " has " + entry.value());
    }

    @Override
    public void gone(String key, EntryStore.Departure how) {
      heard.add(node + " " + key + " " + how);
    }
  }

  @Override
  protected EntryStore<String> empty() {
    CLUSTER.a.cache("texts").clear();
    return CLUSTER.a.stores.open(Cluster.texts());
  }

  private static EntryStore<String> store(Node node, Collection<String> heard) {
    EntryStore<String> store = node.stores.open(Cluster.texts());
    store.watch(new Ear(node.name, heard));
    return store;
  }

  @Test
  void bothNodesHearOfEverything() {
    CLUSTER.a.cache("texts").clear();
    List<String> heard = new CopyOnWriteArrayList<>();
    EntryStore<String> a = store(CLUSTER.a, heard);
    EntryStore<String> b = store(CLUSTER.b, heard);
    a.put("k", entry("one"), LONG);
    assertThat(heard).containsExactlyInAnyOrder("a k has one", "b k has one");
    assertThat(Objects.requireNonNull(b.find("k")).lifespan()).isEqualTo(entry("one").lifespan());
    heard.clear();
    assertThat(b.remove("k")).isTrue();
    assertThat(heard).containsExactlyInAnyOrder("a k REMOVED", "b k REMOVED");
    assertThat(a.find("k")).isNull();
  }

  @Test
  void howOftenItWasAskedForIsKnownOnTheOtherNodeAndCountsWhatThatServed() {
    CLUSTER.a.cache("texts").clear();
    EntryStore<String> a = store(CLUSTER.a, new CopyOnWriteArrayList<>());
    EntryStore<String> b = store(CLUSTER.b, new CopyOnWriteArrayList<>());
    Entry<String> first = entry("one");
    first.learnt(new AccessRate(6, 600));
    a.put("k", first, LONG);
    Entry<String> there = Objects.requireNonNull(b.find("k"));
    assertThat(there.rate()).isEqualTo(new AccessRate(6, 600));
    serve(there, 3);
    Entry<String> second = entry("two");
    second.learnt(new AccessRate(5, 900));
    a.put("k", second, LONG);
    assertThat(Objects.requireNonNull(a.find("k")).rate()).isEqualTo(new AccessRate(5, 900));
    assertThat(Objects.requireNonNull(b.find("k")).rate()).isEqualTo(new AccessRate(8, 900));
  }

  @Test
  void anExpiryIsCountedOncePerCluster() {
    CLUSTER.a.cache("texts").clear();
    List<String> heard = new CopyOnWriteArrayList<>();
    EntryStore<String> a = store(CLUSTER.a, heard);
    store(CLUSTER.b, heard);
    int entries = 40;
    for (int i = 0; i < entries; i++) {
      a.put("k" + i, entry("x"), Duration.ofMillis(400));
    }
    Cluster.await(
        () ->
            heard.stream().filter(h -> h.endsWith("EXPIRED") || h.endsWith("REMOVED")).count()
                >= 2 * entries);
    assertThat(heard.stream().filter(h -> h.endsWith("EXPIRED")).map(h -> h.substring(2)))
        .hasSize(entries)
        .doesNotHaveDuplicates();
    assertThat(heard.stream().filter(h -> h.endsWith("EXPIRED")).map(h -> h.substring(0, 1)))
        .contains("a", "b");
  }

  @Test
  void anEntryThatOneNodeHadNoRoomForIsRemovedFromTheOtherAllTheSame() {
    CLUSTER.a.cache("texts").clear();
    EntryStore<String> a = store(CLUSTER.a, new CopyOnWriteArrayList<>());
    EntryStore<String> b = store(CLUSTER.b, new CopyOnWriteArrayList<>());
    for (int i = 0; i < 40; i++) {
      a.put("k" + i, entry("x"), LONG);
      CLUSTER.a.cache("texts").evict("k" + i);
      assertThat(a.find("k" + i)).isNull();
      assertThat(b.find("k" + i)).isNotNull();
      (i % 2 == 0 ? a : b).remove("k" + i);
      assertThat(b.find("k" + i)).isNull();
      assertThat(b.keys()).isEmpty();
    }
  }

  @Test
  void overItsRoomANodeEvictsWhatEndsSoonest() {
    CLUSTER.a.cache("texts").clear();
    Map<String, EntryStore.Departure> gone = new ConcurrentHashMap<>();
    long weight = entry("100").weight();
    EntryStore<String> a = CLUSTER.a.stores.open(Cluster.texts().withRoom(10_000, 100 * weight));
    a.watch(
        new EntryStore.Witness<>() {
          @Override
          public void stored(String key, Entry<String> entry) {}

          @Override
          public void gone(String key, EntryStore.Departure how) {
            gone.put(key, how);
          }
        });
    for (int i = 100; i <= 200; i++) {
      a.put("k" + i, entry("" + i, Duration.ofMinutes(i == 150 ? 1 : i)), LONG);
    }
    Cluster.await(() -> a.size() == 90);
    assertThat(gone).hasSize(11).containsKeys("k100", "k109", "k150").doesNotContainKey("k110");
    assertThat(gone.values()).containsOnly(EntryStore.Departure.EVICTED);
  }

  @Test
  void whatAnotherVersionWroteIsAsIfItWereNotThereAndGoes() {
    CLUSTER.a.cache("texts").clear();
    EntryStore<String> a = store(CLUSTER.a, new CopyOnWriteArrayList<>());
    Cache<String, byte[]> raw = CLUSTER.b.cache("texts");
    byte[] good = StoredEntry.write(entry("one"));
    byte[] otherFormat = good.clone();
    otherFormat[1] = 99;
    byte[] cut = java.util.Arrays.copyOf(good, good.length / 2);
    for (byte[] bytes : List.of(otherFormat, cut, "{\"json\":1}".getBytes())) {
      raw.put("k", bytes);
      assertThat(a.find("k")).isNull();
      Cluster.await(() -> !raw.containsKey("k"));
    }
    a.put("k", entry("mine"), LONG);
    assertThat(Objects.requireNonNull(a.find("k")).value()).isEqualTo("mine");
  }

  @Test
  void aNodeThatJoinsHearsOfWhatIsThere() throws Exception {
    CLUSTER.a.cache("texts").clear();
    EntryStore<String> a = store(CLUSTER.a, new CopyOnWriteArrayList<>());
    for (int i = 0; i < 20; i++) {
      a.put("k" + i, entry("x" + i), LONG);
    }
    try (Node c = CLUSTER.another("c")) {
      List<String> heard = new CopyOnWriteArrayList<>();
      EntryStore<String> late = store(c, heard);
      assertThat(heard).hasSize(20).contains("c k7 has x7");
      assertThat(Objects.requireNonNull(late.find("k7")).value()).isEqualTo("x7");
    }
    Cluster.await(() -> CLUSTER.a.nodes() == 2 && CLUSTER.b.nodes() == 2);
  }
}
