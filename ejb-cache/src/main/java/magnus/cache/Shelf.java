package magnus.cache;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import magnus.basics.result.Result;

/**
 * A named part of the cache that knows where its values come from. All nodes share its entries; a
 * value is loaded once however many ask for it, on whichever node.
 */
public interface Shelf<K, V> {

  String name();

  /** The value, from the shelf where it is fresh, else from its source. */
  Result<Served<V>> get(K key);

  /**
   * The values in the order of the keys, each with its own result and how it came. All that are not
   * fresh come in one call of the source, where that can give many. What it refuses is a failure of
   * the key alone.
   */
  Map<K, Result<Served<V>>> getAll(Collection<K> keys);

  /** What lies there, however old, without loading or counting. */
  Optional<Served<V>> peek(K key);

  /** Loads a value now, whatever lies there; for warming and prefetch. */
  Result<Served<V>> refresh(K key);

  /** Drops an entry on all nodes; {@code why} is kept for whoever asks. */
  void drop(K key, String why);
}
