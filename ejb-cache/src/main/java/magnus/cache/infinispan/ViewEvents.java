package magnus.cache.infinispan;

import java.util.List;
import java.util.function.BiConsumer;
import org.infinispan.notifications.Listener;
import org.infinispan.notifications.cachemanagerlistener.annotation.Merged;
import org.infinispan.notifications.cachemanagerlistener.annotation.ViewChanged;
import org.infinispan.notifications.cachemanagerlistener.event.ViewChangedEvent;

/** Hears that nodes came or went. */
@Listener
public final class ViewEvents {

  private final BiConsumer<List<String>, Boolean> hearer;

  /**
   * @param hearer is told the nodes there are now, and whether parts that were cut off from each
   *     other have met again
   */
  ViewEvents(BiConsumer<List<String>, Boolean> hearer) {
    this.hearer = hearer;
  }

  @ViewChanged
  @Merged
  public void changed(ViewChangedEvent event) {
    hearer.accept(
        event.getNewMembers().stream().map(Object::toString).toList(), event.isMergeView());
  }
}
