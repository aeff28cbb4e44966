package magnus.portal.runs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.function.Supplier;
import magnus.runs.RunEngine;
import magnus.runs.RunMetrics;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;

/** Shows the run journal's figures of this node as metrics. */
@ApplicationScoped
public class RunFigures {

  @Inject private MetricRegistry metrics;
  @Inject private RunMetrics counts;
  @Inject private RunEngine engine;

  void register(@Observes @Initialized(ApplicationScoped.class) Object start) {
    gauge("magnus_runs_executing", "Runs that have a thread", engine::executing);
    gauge("magnus_runs_waiting", "Runs that wait for a thread", engine::waiting);
    gauge("magnus_run_viewers", "Open event streams", engine::viewerCount);
    gauge("magnus_runs_started", "Runs started since the server's start", counts::started);
    gauge("magnus_runs_taken_up", "Runs taken up from a worker that vanished", counts::takenUp);
    gauge("magnus_runs_completed", "Runs that did all their steps", counts::complete);
    gauge("magnus_runs_failed", "Runs that ended early", counts::failed);
    gauge("magnus_runs_cancelled", "Runs that their owners ended", counts::cancelled);
    gauge("magnus_run_events", "Events journaled by this node", counts::events);
  }

  private <N extends Number> void gauge(String name, String description, Supplier<N> figure) {
    metrics.gauge(Metadata.builder().withName(name).withDescription(description).build(), figure);
  }
}
