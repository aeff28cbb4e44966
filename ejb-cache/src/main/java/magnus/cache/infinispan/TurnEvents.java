package magnus.cache.infinispan;

import java.util.function.Consumer;
import org.infinispan.notifications.Listener;
import org.infinispan.notifications.cachelistener.annotation.CacheEntryExpired;
import org.infinispan.notifications.cachelistener.annotation.CacheEntryRemoved;
import org.infinispan.notifications.cachelistener.event.CacheEntryExpiredEvent;
import org.infinispan.notifications.cachelistener.event.CacheEntryRemovedEvent;

/** Hears on this node that a turn was given back or has lapsed. */
@Listener(observation = Listener.Observation.POST)
public final class TurnEvents {

  private final Consumer<String> free;

  TurnEvents(Consumer<String> free) {
    this.free = free;
  }

  @CacheEntryRemoved
  public void removed(CacheEntryRemovedEvent<String, String> event) {
    free.accept(event.getKey());
  }

  @CacheEntryExpired
  public void expired(CacheEntryExpiredEvent<String, String> event) {
    free.accept(event.getKey());
  }
}
