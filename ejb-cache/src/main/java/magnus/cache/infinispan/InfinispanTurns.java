package magnus.cache.infinispan;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import magnus.cache.shelf.LoadTurns;
import org.infinispan.AdvancedCache;
import org.infinispan.Cache;
import org.infinispan.commons.CacheException;
import org.infinispan.context.Flag;

/**
 * Turns as entries of a replicated cache: whoever's entry gets there first has the turn. A turn
 * lapses after its lease, or when its node leaves. Where the nodes cannot agree, each loads for
 * itself: twice is better than never.
 */
final class InfinispanTurns implements LoadTurns {

  private final Cache<String, String> cache;
  private final AdvancedCache<String, String> here;
  private final String node;
  private final Duration lease;

  /** Turns of this node that have not been given back. */
  private final Set<String> held = ConcurrentHashMap.newKeySet();

  private final AtomicLong sequence = new AtomicLong();
  private final ConcurrentHashMap<String, CompletableFuture<Void>> waiting =
      new ConcurrentHashMap<>();

  /**
   * @param node this node's address in the cluster
   * @param lease longer than any load takes
   */
  InfinispanTurns(Cache<String, String> cache, String node, Duration lease) {
    this.cache = cache;
    this.here = cache.getAdvancedCache().withFlags(Flag.CACHE_MODE_LOCAL);
    this.node = node;
    this.lease = lease;
    cache.addListener(new TurnEvents(this::wake));
  }

  @Override
  public Optional<Turn> tryTake(String shelf, String key) {
    String place = place(shelf, key);
    String mine = node + "#" + sequence.incrementAndGet();
    held.add(mine);
    try {
      String other = cache.putIfAbsent(place, mine, lease.toMillis(), TimeUnit.MILLISECONDS);
      // A put that was repeated because a node left may find itself there.
      if (other == null || other.equals(mine)) {
        return Optional.of(() -> giveBack(place, mine));
      }
      held.remove(mine);
      return Optional.empty();
    } catch (CacheException e) {
      ClusterLog.LOG.noTurn(place, e);
      return Optional.of(() -> giveBack(place, mine));
    }
  }

  private void giveBack(String place, String mine) {
    held.remove(mine);
    try {
      if (!cache.remove(place, mine)) {
        here.remove(place, mine);
      }
    } catch (CacheException e) {
      ClusterLog.LOG.noTurn(place, e);
    }
  }

  @Override
  public void await(String shelf, String key, Duration most) throws InterruptedException {
    String place = place(shelf, key);
    CompletableFuture<Void> free =
        waiting.computeIfAbsent(place, p -> new CompletableFuture<Void>());
    try {
      if (cache.get(place) == null) {
        wake(place);
      }
      free.get(most.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      waiting.remove(place, free);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Forgets all turns but those that this node holds. To be done by every node when a cut link has
   * healed and the cache is whole again: a turn that was given back before may lie on one node
   * still, and would keep all from loading until its lease is over. Whoever loads at that moment on
   * another node may not be alone.
   */
  void forgetOthers() {
    for (Map.Entry<String, String> turn : here.entrySet()) {
      if (!held.contains(turn.getValue()) && here.remove(turn.getKey(), turn.getValue())) {
        wake(turn.getKey());
      }
    }
  }

  AdvancedCache<String, String> cache() {
    return cache.getAdvancedCache();
  }

  /** Frees the turns of nodes that are no longer here. */
  void keepOnly(Collection<String> nodes) {
    for (Map.Entry<String, String> turn : cache.entrySet()) {
      String owner = turn.getValue().substring(0, turn.getValue().lastIndexOf('#'));
      if (!nodes.contains(owner)) {
        cache.remove(turn.getKey(), turn.getValue());
      }
    }
  }

  private void wake(String place) {
    CompletableFuture<Void> free = waiting.remove(place);
    if (free != null) {
      free.complete(null);
    }
  }

  private static String place(String shelf, String key) {
    return shelf + "/" + key;
  }
}
