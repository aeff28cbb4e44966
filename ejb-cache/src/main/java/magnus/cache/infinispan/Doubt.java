package magnus.cache.infinispan;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

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

  private final Set<String> fresh = ConcurrentHashMap.newKeySet();

  /** A key has an entry that came after the healing. */
  void settle(String key) {
    fresh.add(key);
  }

  boolean concerns(String key) {
    return !fresh.contains(key);
  }

  /** Removes what is doubted. */
  void resolve(Iterable<String> present, Consumer<String> remove) {
    for (String key : present) {
      if (concerns(key)) {
        remove.accept(key);
      }
    }
  }
}
