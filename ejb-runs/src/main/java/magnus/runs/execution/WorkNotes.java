package magnus.runs.execution;

import java.util.UUID;

/** What the workers tell the administrator; the log is one implementation. */
public interface WorkNotes {

  /** A step threw something that is not a refusal. */
  void stepFailed(UUID run, String step, Throwable cause);

  /** A step that was run again said something else than before. */
  void stepNotRepeatable(UUID run, String step, String type);

  /** The journal could not be written; the run waits for its lease to lapse. */
  void journalUnavailable(UUID run, Throwable cause);

  /** A run whose worker vanished was taken up. */
  void takenUp(UUID run, String step, int attempt);

  /** A run was ended because its work died. */
  void workDied(UUID run, String detail);

  /** The upkeep itself failed and tries again at its next turn. */
  void upkeepFailed(Throwable cause);
}
