package magnus.runs.execution;

import java.util.List;
import java.util.Map;
import magnus.runs.RunStep;
import magnus.runs.StepContext;

/**
 * A step that does what a list says.
 *
 * @param acts what it emits, in order
 */
public record ScriptedStep(String name, List<Act> acts) implements RunStep {

  /**
   * One thing that a step does.
   *
   * @param type event type; "progress" for a call to progress
   * @param number payload, or tenths of progress
   */
  public record Act(String type, int number) {}

  @Override
  public void run(StepContext context) {
    for (Act act : acts) {
      if (act.type().equals("progress")) {
        context.progress(act.number() / 10.0, "at " + act.number());
      } else {
        context.emit(act.type(), Map.of("number", act.number()));
      }
    }
  }
}
