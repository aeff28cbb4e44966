package magnus.cache;

import java.time.Instant;
import java.util.List;

/**
 * All shelves as one node sees them.
 *
 * @param at wall time
 * @param nodes that share the entries now, this one included
 * @param occurrences told by this node since its start
 */
public record CacheSnapshot(
    Instant at, String node, List<String> nodes, long occurrences, List<ShelfReport> items) {

  public CacheSnapshot {
    nodes = List.copyOf(nodes);
    items = List.copyOf(items);
  }
}
