package magnus.runs.journal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import magnus.identity.Caller;
import magnus.runs.Run;

/**
 * A run with what its worker needs.
 *
 * @param run what its owner sees
 * @param caller on whose behalf, as known when it began
 * @param steps names of its steps, fixed when it began
 * @param step the step that its last event came from; the first incomplete one, or -1
 * @param fence under which it is worked on
 * @param attempt how often the present step was taken up after its worker had vanished
 */
public record JournaledRun(
    Run run, Caller caller, List<String> steps, int step, long fence, int attempt) {

  public JournaledRun {
    steps = List.copyOf(steps);
  }

  public UUID id() {
    return run.id();
  }

  public Instant asOf() {
    return run.asOf();
  }

  public Map<String, String> parameters() {
    return run.parameters();
  }
}
