package magnus.portal.cache;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.function.Function;
import java.util.function.Supplier;
import magnus.cache.CacheDesk;
import magnus.cache.ShelfCounts;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** Shows what each shelf did on this node as metrics, tagged with the shelf's name. */
@ApplicationScoped
public class ShelfMetrics {

  @Inject private MetricRegistry metrics;
  @Inject private CacheDesk desk;

  void register(@Observes @Initialized(ApplicationScoped.class) Object start) {
    desk.whenOpened(this::add);
  }

  private void add(String shelf) {
    count(shelf, "hits", "Answered fresh without asking the source", ShelfCounts::hits);
    count(shelf, "stale", "Answered past the lifespan", c -> c.staleServed() + c.staleOnError());
    count(shelf, "misses", "Asked for and not there", ShelfCounts::misses);
    count(shelf, "loads", "Values that the source gave", ShelfCounts::loads);
    count(shelf, "load_failures", "Times the source failed", ShelfCounts::failures);
    count(
        shelf,
        "stale_on_error",
        "Answered past the lifespan because the source failed or was slow",
        ShelfCounts::staleOnError);
    count(
        shelf,
        "failures_remembered",
        "Answered with a failure that was remembered",
        ShelfCounts::failuresRemembered);
    count(shelf, "too_slow", "Calls whose patience ended first", ShelfCounts::tooSlow);
    count(shelf, "unsound", "Values of the source that were refused", ShelfCounts::unsound);
    count(shelf, "overtaken", "Loads that an event overtook", ShelfCounts::overtaken);
    count(shelf, "unreadable", "Entries that could not be read", ShelfCounts::unreadable);
    count(
        shelf,
        "from_future",
        "Calls that found an entry of a later market time and did not serve it",
        ShelfCounts::fromFuture);
    count(shelf, "load_seconds", "Time that all loads took", c -> c.loadMillis() / 1000);
    count(
        shelf,
        "saved_seconds",
        "Time that loads would have taken for what was answered without one",
        c -> c.savedMillis() / 1000);
    count(shelf, "dropped", "Entries ended by events or administrators", ShelfCounts::dropped);
    count(shelf, "expired", "Entries whose time was over", ShelfCounts::expired);
    count(shelf, "evicted", "Entries for which there was no room", ShelfCounts::evicted);
    count(shelf, "hit_rate", "Answered without waiting, of all calls", ShelfCounts::hitRate);
    gauge(shelf, "entries", "Entries that lie there", () -> desk.entries(shelf));
  }

  private <N extends Number> void count(
      String shelf, String name, String description, Function<ShelfCounts, N> figure) {
    gauge(shelf, name, description, () -> figure.apply(desk.counts(shelf)));
  }

  private <N extends Number> void gauge(
      String shelf, String name, String description, Supplier<N> figure) {
    metrics.gauge(
        Metadata.builder().withName("magnus_cache_" + name).withDescription(description).build(),
        figure,
        new Tag("shelf", shelf));
  }
}
