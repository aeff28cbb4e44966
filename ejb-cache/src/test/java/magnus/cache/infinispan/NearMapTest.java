package magnus.cache.infinispan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;
import magnus.basics.result.Result;
import magnus.cache.Codec;
import magnus.cache.DataType;
import magnus.cache.Ingredient;
import magnus.cache.ShelfPlan;
import magnus.cache.shelf.Entry;
import magnus.cache.shelf.EntryStore;
import magnus.cache.shelf.EntryStoreContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a node remembers of the bytes in its cache is never older than what has returned. */
@Timeout(120)
class NearMapTest {

  @RegisterExtension static final Cluster CLUSTER = new Cluster();

  private static final int KEYS = 3;
  private static final int READERS = 4;
  private static final Duration LONG = Duration.ofSeconds(4);

  /** Takes its time, so that what it reads is often outdated when it is done. */
  private static final class Slow implements Codec<String> {

    private final Codec<String> text = Codec.json(String.class);

    @Override
    public byte[] encode(String value) {
      return text.encode(value);
    }

    @Override
    public String decode(byte[] bytes) {
      LockSupport.parkNanos(200_000);
      return text.decode(bytes);
    }
  }

  private static EntryStore<String> store(Node node) {
    ShelfPlan<String, String> plan =
        ShelfPlan.of(
            "texts",
            DataType.NEWS,
            new Slow(),
            (String key, Instant asOf) -> Result.success(key),
            (key, value) -> Set.of(Ingredient.symbol("AAPL")));
    EntryStore<String> store = node.stores.open(plan);
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
  void onceAChangeHasReturnedNoNodeServesWhatWasBefore() throws Exception {
    List<EntryStore<String>> nodes = List.of(store(CLUSTER.a), store(CLUSTER.b));
    AtomicLongArray returned = new AtomicLongArray(KEYS);
    Collection<String> outdated = new ConcurrentLinkedQueue<>();
    long end = System.nanoTime() + LONG.toNanos();
    List<Callable<Long>> work = new ArrayList<>();
    for (int k = 0; k < KEYS; k++) {
      int key = k;
      work.add(() -> change(nodes, key, returned, end));
    }
    for (int r = 0; r < READERS; r++) {
      EntryStore<String> node = nodes.get(r % 2);
      work.add(() -> read(node, returned, outdated, end));
    }
    long done = 0;
    ExecutorService threads = Executors.newFixedThreadPool(work.size());
    try {
      for (Future<Long> one : threads.invokeAll(work)) {
        done += one.get();
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(outdated).as("of %d changes and reads", done).isEmpty();
    assertThat(done).isGreaterThan(1_000);
  }

  /** Puts versions 1, 2, 3…, now and then a removal in the place of one; each on another node. */
  private static long change(
      List<EntryStore<String>> nodes, int key, AtomicLongArray returned, long end) {
    long version = 0;
    while (System.nanoTime() < end) {
      version++;
      EntryStore<String> node = nodes.get((int) (version % 2));
      if (version % 5 == 0) {
        node.remove("k" + key);
      } else {
        node.put("k" + key, EntryStoreContract.entry("" + version), EntryStoreContract.LONG);
      }
      returned.set(key, version);
      if (version % 7 == 0) {
        LockSupport.parkNanos(1_000_000);
      }
    }
    return version;
  }

  private static long read(
      EntryStore<String> node, AtomicLongArray returned, Collection<String> outdated, long end) {
    long reads = 0;
    while (System.nanoTime() < end) {
      int key = (int) (reads++ % KEYS);
      long atLeast = returned.get(key);
      Entry<String> entry = node.find("k" + key);
      if (entry != null) {
        EntryStoreContract.serve(entry, 1);
        if (Long.parseLong(entry.value()) < atLeast) {
          outdated.add("k" + key + ": " + entry.value() + " after " + atLeast);
        }
      }
    }
    return reads;
  }

  @Test
  void whatIsClearedAsAWholeIsGoneOnBothNodes() {
    EntryStore<String> a = store(CLUSTER.a);
    EntryStore<String> b = store(CLUSTER.b);
    for (int i = 0; i < 20; i++) {
      a.put("c" + i, EntryStoreContract.entry("x"), EntryStoreContract.LONG);
    }
    CLUSTER.b.cache("texts").clear();
    for (int i = 0; i < 20; i++) {
      assertThat(a.find("c" + i)).isNull();
      assertThat(b.find("c" + i)).isNull();
    }
  }
}
