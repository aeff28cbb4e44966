package magnus.cache.shelf;

import java.util.List;
import magnus.cache.ShelfPlan;
import magnus.cache.event.EventChannel;

/** Where all shelves of this node keep their entries, and what they share with other nodes. */
public interface ShelfStores {

  /** The store of a shelf, made for its plan. */
  <V> EntryStore<V> open(ShelfPlan<?, V> plan);

  LoadTurns turns();

  EventChannel events();

  /** Nodes that share the entries, this one included. */
  List<String> members();
}
