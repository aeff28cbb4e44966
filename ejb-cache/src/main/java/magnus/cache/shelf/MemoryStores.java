package magnus.cache.shelf;

import java.util.List;
import magnus.cache.ShelfPlan;
import magnus.cache.event.EventChannel;

/** Stores of one process alone. */
public final class MemoryStores implements ShelfStores {

  @Override
  public <V> EntryStore<V> open(ShelfPlan<?, V> plan) {
    return new MemoryStore<>();
  }

  @Override
  public LoadTurns turns() {
    return LoadTurns.alone();
  }

  @Override
  public EventChannel events() {
    return EventChannel.alone();
  }

  @Override
  public List<String> members() {
    return List.of("alone");
  }
}
