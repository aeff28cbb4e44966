package magnus.cache.infinispan;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import magnus.cache.ShelfPlan;
import magnus.cache.event.EventChannel;
import magnus.cache.shelf.EntryStore;
import magnus.cache.shelf.LoadTurns;
import magnus.cache.shelf.ShelfStores;
import org.infinispan.Cache;
import org.infinispan.commons.CacheException;
import org.infinispan.manager.EmbeddedCacheManager;
import org.infinispan.remoting.transport.Address;

/**
 * Stores in the caches of one container: a cache for each shelf, named like it, and beside them
 * {@code load-turns} and {@code events}.
 */
public final class InfinispanStores implements ShelfStores {

  /** Longer than a caller waits for a load; a node that dies frees its turns sooner. */
  private static final Duration LEASE = Duration.ofSeconds(40);

  private final EmbeddedCacheManager container;
  private final Executor threads;
  private final InfinispanTurns turns;
  private final InfinispanEvents events;
  private final List<InfinispanStore<?>> open = new CopyOnWriteArrayList<>();
  private volatile List<String> members;

  private InfinispanStores(EmbeddedCacheManager container, Executor threads) {
    this.container = container;
    this.threads = threads;
    String node = node(container);
    this.turns = new InfinispanTurns(cache("load-turns"), node, LEASE);
    this.events = new InfinispanEvents(cache("events"), node, threads);
    this.members = List.of(node);
    container.addListener(new ViewEvents(this::nodesChanged));
    List<Address> now = container.getMembers();
    if (now != null) {
      nodesChanged(now.stream().map(Object::toString).toList(), false);
    }
  }

  /**
   * @param container the server's, as it is looked up
   * @param threads for what must not be done on Infinispan's own threads
   */
  public static InfinispanStores over(Object container, Executor threads) {
    return new InfinispanStores((EmbeddedCacheManager) container, threads);
  }

  @Override
  public <V> EntryStore<V> open(ShelfPlan<?, V> plan) {
    InfinispanStore<V> store = new InfinispanStore<>(plan, cache(plan.name()), threads);
    open.add(store);
    return store;
  }

  @Override
  public LoadTurns turns() {
    return turns;
  }

  @Override
  public EventChannel events() {
    return events;
  }

  @Override
  public List<String> members() {
    return members;
  }

  private <T> Cache<String, T> cache(String name) {
    if (container.getCacheConfiguration(name) == null) {
      throw new IllegalStateException(
          "the server's cache container magnus has no cache '"
              + name
              + "': run the script that prepares the server again");
    }
    return container.getCache(name);
  }

  private static String node(EmbeddedCacheManager container) {
    Address address = container.getAddress();
    return address == null ? "alone" : address.toString();
  }

  private synchronized void nodesChanged(List<String> now, boolean merged) {
    List<String> before = members;
    if (merged) {
      open.forEach(InfinispanStore::doubt);
      new Wholeness(turns.cache(), threads).then(() -> true, turns::forgetOthers);
      ClusterLog.LOG.merged(now);
    } else if (!before.equals(now)) {
      ClusterLog.LOG.members(now);
    }
    members = now;
    threads.execute(() -> keepTurns(now));
  }

  private void keepTurns(List<String> now) {
    try {
      turns.keepOnly(now);
    } catch (CacheException e) {
      // They lapse with their lease.
      ClusterLog.LOG.noTurn("of nodes that left", e);
    }
  }
}
