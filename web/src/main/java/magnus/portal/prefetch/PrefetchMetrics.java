package magnus.portal.prefetch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.function.ToLongFunction;
import magnus.prefetch.Behavior;
import magnus.prefetch.BehaviorLog;
import magnus.prefetch.Prefetch;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** Shows what visits came in, and what was decided to be loaded ahead on this node, as metrics. */
@ApplicationScoped
public class PrefetchMetrics {

  @Inject private MetricRegistry metrics;
  @Inject private Behavior behavior;
  @Inject private Prefetch prefetch;

  void register(@Observes @Initialized(ApplicationScoped.class) Object start) {
    visits("accepted", "Visits taken to be written", BehaviorLog.Counts::accepted);
    visits("refused", "Visits beyond what is recorded", BehaviorLog.Counts::refused);
    visits("written", "Visits written", BehaviorLog.Counts::written);
    visits("unwanted", "Visits not agreed to, or deleted", BehaviorLog.Counts::unwanted);
    visits("lost", "Visits that the database did not take", BehaviorLog.Counts::lost);
    visits("waiting", "Visits that wait to be written", c -> (long) c.waiting());
    for (String decision : prefetch.decisions().keySet()) {
      metrics.gauge(
          described("magnus_prefetch_decisions", "Predicted pages by what was decided"),
          () -> prefetch.decisions().getOrDefault(decision, 0L),
          new Tag("decision", decision.toLowerCase(Locale.ROOT)));
    }
  }

  private void visits(String name, String words, ToLongFunction<BehaviorLog.Counts> figure) {
    metrics.gauge(
        described("magnus_behavior_" + name, words), () -> figure.applyAsLong(behavior.counts()));
  }

  private static Metadata described(String name, String words) {
    return Metadata.builder().withName(name).withDescription(words).build();
  }
}
