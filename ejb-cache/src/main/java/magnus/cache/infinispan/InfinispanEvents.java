package magnus.cache.infinispan;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import magnus.cache.Occurrence;
import magnus.cache.event.EventChannel;
import org.infinispan.Cache;
import org.infinispan.commons.CacheException;
import org.infinispan.context.Flag;

/**
 * Occurrences as short-lived entries of a replicated cache. A put returns when every node's
 * listener is done, so what {@link #publish} promises costs nothing of its own. Listeners work on
 * Magnus' threads: Infinispan's few must not wait for drops.
 */
final class InfinispanEvents implements EventChannel {

  private static final Duration KEPT = Duration.ofSeconds(10);

  private final Cache<String, byte[]> cache;
  private final String node;
  private final Executor threads;
  private final AtomicLong sequence = new AtomicLong();

  InfinispanEvents(Cache<String, byte[]> cache, String node, Executor threads) {
    this.cache = cache;
    this.node = node;
    this.threads = threads;
  }

  @Override
  public void publish(Occurrence occurrence) {
    byte[] bytes = Schema.write(new Published(occurrence, node));
    try {
      cache
          .getAdvancedCache()
          .withFlags(Flag.IGNORE_RETURN_VALUES)
          .put(
              node + "#" + sequence.incrementAndGet(),
              bytes,
              KEPT.toMillis(),
              TimeUnit.MILLISECONDS);
    } catch (CacheException e) {
      ClusterLog.LOG.notPublished(occurrence.kind().name(), occurrence.at().toString(), e);
    }
  }

  @Override
  public void subscribe(Consumer<Occurrence> listener) {
    cache.addListener(new OccurrenceEvents(bytes -> hear(bytes, listener)));
  }

  private CompletionStage<Void> hear(byte[] bytes, Consumer<Occurrence> listener) {
    Published published;
    try {
      published = Schema.read(bytes, Published.class);
    } catch (Garbled e) {
      ClusterLog.LOG.garbledOccurrence(e.getMessage() + ": " + e.getCause());
      return CompletableFuture.completedFuture(null);
    }
    if (published.node().equals(node)) {
      return CompletableFuture.completedFuture(null);
    }
    try {
      return CompletableFuture.runAsync(() -> listener.accept(published.occurrence()), threads);
    } catch (RejectedExecutionException e) {
      listener.accept(published.occurrence());
      return CompletableFuture.completedFuture(null);
    }
  }
}
