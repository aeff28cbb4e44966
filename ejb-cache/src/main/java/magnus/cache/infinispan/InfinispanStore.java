package magnus.cache.infinispan;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import magnus.cache.ShelfPlan;
import magnus.cache.shelf.Entry;
import magnus.cache.shelf.EntryStore;
import org.infinispan.AdvancedCache;
import org.infinispan.Cache;
import org.infinispan.commons.CacheException;
import org.infinispan.commons.marshall.WrappedByteArray;
import org.infinispan.container.entries.InternalCacheEntry;
import org.infinispan.context.Flag;
import org.jspecify.annotations.Nullable;

/**
 * Entries in a replicated Infinispan cache of bytes. What bytes mean is remembered on this node and
 * kept true by the cache's listeners, which are done before a change returns on whichever node: so
 * a hit is one look into a map. Every so often a hit goes through to Infinispan all the same, whose
 * eviction and statistics then know what is in use.
 */
final class InfinispanStore<V> implements EntryStore<V>, EntryEvents.Hearer {

  /** One hit in so many of an entry goes through to Infinispan. */
  private static final int THROUGH = 64;

  /** Stands where an entry is about to be removed; never an entry. */
  private static final byte[] TOMBSTONE = {};

  private static final long TOMBSTONE_MILLIS = 10_000;

  /** Bytes and what they mean. */
  private record Decoded<V>(byte[] bytes, Entry<V> entry) {}

  private final ShelfPlan<?, V> plan;
  private final Cache<String, byte[]> cache;
  private final AdvancedCache<String, byte[]> here;
  private final Executor threads;
  private final ConcurrentHashMap<String, Decoded<V>> decoded = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<String, Decoded<V>> arriving = new ConcurrentHashMap<>();
  private final WeightBound<V> bound;
  private @Nullable Witness<V> witness;
  private volatile @Nullable Doubt doubt;

  InfinispanStore(ShelfPlan<?, V> plan, Cache<String, byte[]> cache, Executor threads) {
    this.plan = plan;
    this.cache = cache;
    this.here = cache.getAdvancedCache().withFlags(Flag.CACHE_MODE_LOCAL);
    this.threads = threads;
    this.bound =
        new WeightBound<>(plan.room().entries(), plan.room().bytes(), this::entries, here::evict);
  }

  @Override
  public @Nullable Entry<V> find(String key) {
    Decoded<V> known = decoded.get(key);
    if (known != null && known.entry.accesses() % THROUGH != THROUGH - 1) {
      return isDoubted(key) ? null : known.entry;
    }
    byte[] bytes = cache.get(key);
    if (bytes == null || bytes.length == 0 || isDoubted(key)) {
      return null;
    }
    return known != null && known.bytes == bytes ? known.entry : findHere(key);
  }

  /**
   * Reads what lies in this node's memory while the key is locked in the map: whoever began with
   * older bytes cannot leave what they mean there after a listener has learnt of newer ones.
   */
  @Override
  public @Nullable Entry<V> findHere(String key) {
    AtomicReference<byte[]> unreadable = new AtomicReference<>();
    Decoded<V> now =
        decoded.compute(
            key,
            (k, before) -> {
              byte[] bytes = bytesHere(k);
              if (before != null && before.bytes == bytes) {
                return before;
              }
              Decoded<V> after = null;
              try {
                after = bytes == null ? null : learn(k, bytes, before);
              } catch (Garbled e) {
                ClusterLog.LOG.garbled(cache.getName(), k, e.getMessage() + ": " + e.getCause());
                unreadable.set(bytes);
              }
              bound.changed(
                  before == null ? null : before.entry, after == null ? null : after.entry);
              return after;
            });
    byte[] garbled = unreadable.get();
    if (garbled != null) {
      if (witness != null) {
        witness.unreadable(key);
      }
      threads.execute(() -> cache.remove(key, garbled));
    }
    return now == null ? null : now.entry;
  }

  @Override
  public void put(String key, Entry<V> entry, Duration keep) {
    byte[] bytes = StoredEntry.write(entry);
    Decoded<V> mine = new Decoded<>(bytes, entry);
    arriving.put(key, mine);
    try {
      cache
          .getAdvancedCache()
          .withFlags(Flag.IGNORE_RETURN_VALUES)
          .put(key, bytes, Math.max(1, keep.toMillis()), TimeUnit.MILLISECONDS);
    } catch (CacheException e) {
      // Whoever waits for the value is given it all the same.
      ClusterLog.LOG.notStored(cache.getName(), key, e.toString());
    } finally {
      arriving.remove(key, mine);
    }
  }

  /**
   * Infinispan tells no other node of a removal that finds nothing on the key's first owner, which
   * may have had no room for an entry that others still hold. A put is told to all, so one goes
   * ahead where nothing was found.
   *
   * <p>Where the other nodes do not answer, the entry goes from this one at least: a node that is
   * only slow hears of the removal yet, and one that is cut off doubts all it has when it is back.
   */
  @Override
  public boolean remove(String key) {
    boolean wasHere = bytesHere(key) != null;
    try {
      return removeEverywhere(key) || wasHere;
    } catch (CacheException e) {
      ClusterLog.LOG.notRemoved(cache.getName(), key, e.toString());
      here.remove(key);
      return wasHere;
    }
  }

  @Override
  public boolean remove(String key, Entry<?> judged) {
    Decoded<V> known = decoded.get(key);
    if (known == null || known.entry != judged) {
      return false;
    }
    try {
      if (cache.remove(key, known.bytes)) {
        return true;
      }
    } catch (CacheException e) {
      ClusterLog.LOG.notRemoved(cache.getName(), key, e.toString());
      return here.remove(key, known.bytes);
    }
    // Another came, or the key's first owner had no room for it, which others still hold.
    return Arrays.equals(bytesHere(key), known.bytes) && remove(key);
  }

  private boolean removeEverywhere(String key) {
    if (cache.remove(key) != null) {
      return true;
    }
    AdvancedCache<String, byte[]> quiet =
        cache.getAdvancedCache().withFlags(Flag.IGNORE_RETURN_VALUES);
    quiet.put(key, TOMBSTONE, TOMBSTONE_MILLIS, TimeUnit.MILLISECONDS);
    quiet.remove(key);
    return false;
  }

  @Override
  public Collection<String> keys() {
    return List.copyOf(here.keySet());
  }

  @Override
  public int size() {
    return decoded.size();
  }

  @Override
  public void watch(Witness<V> whoHears) {
    witness = whoHears;
    cache.addListener(new EntryEvents(this));
    reconcile();
  }

  /** Tells of all that lies here; what came by state transfer was not told one by one. */
  void reconcile() {
    for (String key : here.keySet()) {
      stored(key);
    }
    for (String key : decoded.keySet()) {
      if (bytesHere(key) == null) {
        removed(key);
      }
    }
  }

  /** Nothing that lies here now is served any more; see {@link Doubt}. */
  void doubt() {
    Doubt mine = new Doubt();
    doubt = mine;
    new Wholeness(cache.getAdvancedCache(), threads)
        .then(
            () -> doubt == mine,
            () -> {
              mine.resolve(keys(), this::remove);
              trust(mine);
            });
  }

  private synchronized void trust(Doubt resolved) {
    if (doubt == resolved) {
      doubt = null;
    }
  }

  private boolean isDoubted(String key) {
    Doubt now = doubt;
    return now != null && now.concerns(key);
  }

  @Override
  public void stored(String key) {
    Doubt now = doubt;
    if (now != null) {
      now.settle(key);
    }
    Entry<V> entry = findHere(key);
    if (entry == null) {
      removed(key);
    } else if (witness != null) {
      witness.stored(key, entry);
      if (bound.isExceeded()) {
        threads.execute(bound::trim);
      }
    }
  }

  @Override
  public void removed(String key) {
    gone(key, Departure.REMOVED);
  }

  @Override
  public void expired(String key) {
    gone(key, isPrimary(key) ? Departure.EXPIRED : Departure.REMOVED);
  }

  @Override
  public void evicted(String key) {
    gone(key, Departure.EVICTED);
  }

  private void gone(String key, Departure how) {
    findHere(key);
    if (witness != null) {
      witness.gone(key, how);
    }
  }

  private boolean isPrimary(String key) {
    var distribution = cache.getAdvancedCache().getDistributionManager();
    return distribution == null || distribution.getCacheTopology().getDistribution(key).isPrimary();
  }

  private List<java.util.Map.Entry<String, Entry<V>>> entries() {
    return decoded.entrySet().stream()
        .map(e -> java.util.Map.entry(e.getKey(), e.getValue().entry()))
        .toList();
  }

  /** What lies in this node's memory, past its time or not; asks nobody and never waits. */
  private byte @Nullable [] bytesHere(String key) {
    AdvancedCache<String, byte[]> all = cache.getAdvancedCache();
    // The server may keep keys and values as something else than what is put.
    InternalCacheEntry<?, ?> entry =
        all.getDataContainer().peek(all.getKeyDataConversion().toStorage(key));
    if (entry == null) {
      return null;
    }
    Object value = all.getValueDataConversion().fromStorage(entry.getValue());
    byte[] bytes = value instanceof WrappedByteArray wrapped ? wrapped.getBytes() : (byte[]) value;
    return bytes == null || bytes.length == 0 ? null : bytes;
  }

  private Decoded<V> learn(String key, byte[] bytes, @Nullable Decoded<V> before) throws Garbled {
    Decoded<V> mine = arriving.get(key);
    if (mine != null && Arrays.equals(mine.bytes, bytes)) {
      return new Decoded<>(bytes, mine.entry);
    }
    if (before != null && Arrays.equals(before.bytes, bytes)) {
      // The same content as another array: this node keeps the entry that it counts on.
      return new Decoded<>(bytes, before.entry);
    }
    Entry<V> entry = StoredEntry.read(bytes, plan.codec());
    if (before != null) {
      // Whoever loaded it did not know how often the one before was asked for here.
      entry.learnt(entry.rate().plus(before.entry.accesses()));
    }
    return new Decoded<>(bytes, entry);
  }
}
