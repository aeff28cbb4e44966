package magnus.cache.infinispan;

import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.infinispan.AdvancedCache;
import org.infinispan.distribution.DistributionManager;
import org.infinispan.distribution.LocalizedCacheTopology;
import org.infinispan.topology.CacheTopology;

/**
 * What a node holds when the link to others has healed, until the cache is one again: its topology
 * names all nodes of the view, and no comparing or moving of entries is under way.
 */
final class Doubt {

  private final Set<String> keys = ConcurrentHashMap.newKeySet();
  private final AdvancedCache<?, ?> cache;

  Doubt(Collection<String> present, AdvancedCache<?, ?> cache) {
    this.keys.addAll(present);
    this.cache = cache;
  }

  boolean concerns(String key) {
    return keys.contains(key);
  }

  /** The key has an entry that came after the healing. */
  void settle(String key) {
    keys.remove(key);
  }

  boolean isOver() {
    DistributionManager distribution = cache.getDistributionManager();
    if (keys.isEmpty() || distribution == null) {
      return true;
    }
    LocalizedCacheTopology topology = distribution.getCacheTopology();
    return topology.getPhase() == CacheTopology.Phase.NO_REBALANCE
        && topology
            .getActualMembers()
            .containsAll(cache.getRpcManager().getTransport().getMembers());
  }
}
