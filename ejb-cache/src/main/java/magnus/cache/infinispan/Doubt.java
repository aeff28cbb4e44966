package magnus.cache.infinispan;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.infinispan.AdvancedCache;
import org.infinispan.distribution.DistributionManager;
import org.infinispan.distribution.LocalizedCacheTopology;
import org.infinispan.topology.CacheTopology;

/**
 * Parts of the cluster that were cut off from each other have met: whatever lies here, or comes
 * here while Infinispan makes one cache of two, may have been dropped on the other side. From the
 * healing on only what was stored since is served; when the cache is one again, the rest is
 * removed.
 *
 * <p>Infinispan's own way, to remove what differs (merge policy {@code REMOVE_ALL}), leaves an
 * entry on one side where the key's first owner is on the other and has none.
 */
final class Doubt {

  private static final long LOOK_AGAIN_MILLIS = 50;

  private final Set<String> fresh = ConcurrentHashMap.newKeySet();
  private final AdvancedCache<?, ?> cache;

  Doubt(AdvancedCache<?, ?> cache) {
    this.cache = cache;
  }

  /** A key has an entry that came after the healing. */
  void settle(String key) {
    fresh.add(key);
  }

  boolean concerns(String key) {
    return !fresh.contains(key);
  }

  /**
   * Removes what is doubted, as soon as the cache is one again.
   *
   * @param isLast false when there is a newer doubt, which does the same
   */
  void resolve(
      Executor threads,
      Supplier<Boolean> isLast,
      Supplier<Iterable<String>> present,
      Consumer<String> remove,
      Runnable over) {
    CompletableFuture.delayedExecutor(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS, threads)
        .execute(
            () -> {
              if (!isLast.get() || !cache.getStatus().allowInvocations()) {
                return;
              }
              if (!isWhole()) {
                resolve(threads, isLast, present, remove, over);
                return;
              }
              for (String key : present.get()) {
                if (concerns(key)) {
                  remove.accept(key);
                }
              }
              over.run();
            });
  }

  /** Its topology names all nodes of the view, and nothing is compared or moved. */
  private boolean isWhole() {
    DistributionManager distribution = cache.getDistributionManager();
    if (distribution == null) {
      return true;
    }
    LocalizedCacheTopology topology = distribution.getCacheTopology();
    return topology.getPhase() == CacheTopology.Phase.NO_REBALANCE
        && topology
            .getActualMembers()
            .containsAll(cache.getRpcManager().getTransport().getMembers());
  }
}
