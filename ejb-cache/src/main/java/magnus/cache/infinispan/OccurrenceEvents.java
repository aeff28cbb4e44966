package magnus.cache.infinispan;

import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.infinispan.notifications.Listener;
import org.infinispan.notifications.cachelistener.annotation.CacheEntryCreated;
import org.infinispan.notifications.cachelistener.event.CacheEntryCreatedEvent;

/** Hears what other nodes published; the publisher waits until what is returned is done. */
@Listener(observation = Listener.Observation.POST)
public final class OccurrenceEvents {

  private final Function<byte[], CompletionStage<Void>> hearer;

  OccurrenceEvents(Function<byte[], CompletionStage<Void>> hearer) {
    this.hearer = hearer;
  }

  @CacheEntryCreated
  public CompletionStage<Void> created(CacheEntryCreatedEvent<String, byte[]> event) {
    return hearer.apply(event.getValue());
  }
}
