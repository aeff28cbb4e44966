package magnus.runs;

/**
 * One named step of a streamed operation. A step is a value that a module registers once, at start;
 * its work runs on a managed thread, once per run, and again from its beginning when the server was
 * restarted in the middle of it. It must then emit the same events in the same order: it reads its
 * inputs only from {@link StepContext#parameters()}, from the run's as-of and from what earlier
 * steps left behind. Events that the journal already has are not written twice.
 */
public interface RunStep {

  /**
   * The step's name, in lower case with underscores; also the type of its main event ({@code
   * risk_metrics}).
   */
  String name();

  /**
   * Does the work and emits events; what it throws ends the run as failed, unless {@link
   * #optional()}.
   */
  void run(StepContext context) throws Exception;

  /**
   * Whether the run goes on without this step when it fails; an event {@code step_failed} then says
   * so.
   */
  default boolean optional() {
    return false;
  }

  /** What viewers read while the step is at work, as a short sentence without a full stop. */
  default String title() {
    String words = name().replace('_', ' ');
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  /**
   * Whether the step may be run again after its worker vanished in the middle of it. A step that
   * has effects outside says no; a run that is interrupted within it then ends as failed.
   */
  default boolean repeatable() {
    return true;
  }
}
