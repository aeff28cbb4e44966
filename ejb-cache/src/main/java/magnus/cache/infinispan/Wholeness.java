package magnus.cache.infinispan;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.infinispan.AdvancedCache;
import org.infinispan.distribution.DistributionManager;
import org.infinispan.distribution.LocalizedCacheTopology;
import org.infinispan.topology.CacheTopology;

/**
 * Waits until a cache is one again after a cut link has healed. Until then its nodes may disagree
 * about whose it is to decide, so that a change may reach one of them only.
 */
final class Wholeness {

  private static final long LOOK_AGAIN_MILLIS = 50;

  private final AdvancedCache<?, ?> cache;
  private final Executor threads;

  Wholeness(AdvancedCache<?, ?> cache, Executor threads) {
    this.cache = cache;
    this.threads = threads;
  }

  /**
   * Does something on another thread as soon as the cache is whole.
   *
   * @param isStill false when it need not be done any more
   */
  void then(BooleanSupplier isStill, Runnable what) {
    CompletableFuture.delayedExecutor(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS, threads)
        .execute(
            () -> {
              if (!isStill.getAsBoolean() || !cache.getStatus().allowInvocations()) {
                return;
              }
              if (isWhole()) {
                what.run();
              } else {
                then(isStill, what);
              }
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
