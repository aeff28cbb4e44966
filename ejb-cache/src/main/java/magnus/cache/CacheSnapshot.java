package magnus.cache;

import java.time.Instant;
import java.util.List;

/**
 * All shelves as one node sees them.
 *
 * @param at wall time
 * @param occurrences told by this node since its start
 */
public record CacheSnapshot(Instant at, String node, long occurrences, List<ShelfReport> items) {

  public CacheSnapshot {
    items = List.copyOf(items);
  }
}
