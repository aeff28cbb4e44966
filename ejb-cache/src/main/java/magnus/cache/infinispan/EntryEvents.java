package magnus.cache.infinispan;

import org.infinispan.notifications.Listener;
import org.infinispan.notifications.cachelistener.annotation.CacheEntriesEvicted;
import org.infinispan.notifications.cachelistener.annotation.CacheEntryCreated;
import org.infinispan.notifications.cachelistener.annotation.CacheEntryExpired;
import org.infinispan.notifications.cachelistener.annotation.CacheEntryModified;
import org.infinispan.notifications.cachelistener.annotation.CacheEntryRemoved;
import org.infinispan.notifications.cachelistener.event.CacheEntriesEvictedEvent;
import org.infinispan.notifications.cachelistener.event.CacheEntryCreatedEvent;
import org.infinispan.notifications.cachelistener.event.CacheEntryExpiredEvent;
import org.infinispan.notifications.cachelistener.event.CacheEntryModifiedEvent;
import org.infinispan.notifications.cachelistener.event.CacheEntryRemovedEvent;

/** Hears on this node what happens to a cache's entries, whichever node did it. */
@Listener(observation = Listener.Observation.POST)
public final class EntryEvents {

  /** Told of changes on Infinispan's own threads: must not wait. */
  interface Hearer {
    void stored(String key);

    void removed(String key);

    void expired(String key);

    void evicted(String key);
  }

  private final Hearer hearer;

  EntryEvents(Hearer hearer) {
    this.hearer = hearer;
  }

  @CacheEntryCreated
  public void created(CacheEntryCreatedEvent<String, byte[]> event) {
    hearer.stored(event.getKey());
  }

  @CacheEntryModified
  public void modified(CacheEntryModifiedEvent<String, byte[]> event) {
    hearer.stored(event.getKey());
  }

  @CacheEntryRemoved
  public void removed(CacheEntryRemovedEvent<String, byte[]> event) {
    hearer.removed(event.getKey());
  }

  @CacheEntryExpired
  public void expired(CacheEntryExpiredEvent<String, byte[]> event) {
    hearer.expired(event.getKey());
  }

  @CacheEntriesEvicted
  public void evicted(CacheEntriesEvictedEvent<String, byte[]> event) {
    event.getEntries().keySet().forEach(hearer::evicted);
  }
}
