package magnus.runs;

import java.util.UUID;
import magnus.runs.execution.WorkNotes;

/** Notes of the workers, logged and counted. */
final class LoggedNotes implements WorkNotes {

  private final RunMetrics metrics;

  LoggedNotes(RunMetrics metrics) {
    this.metrics = metrics;
  }

  @Override
  public void stepFailed(UUID run, String step, Throwable cause) {
    RunLog.LOG.stepFailed(run, step, cause);
  }

  @Override
  public void stepNotRepeatable(UUID run, String step, String type) {
    RunLog.LOG.stepNotRepeatable(run, step, type);
  }

  @Override
  public void journalUnavailable(UUID run, Throwable cause) {
    RunLog.LOG.journalUnavailable(run, cause);
  }

  @Override
  public void takenUp(UUID run, String step, int attempt) {
    metrics.countTakeUp();
    RunLog.LOG.takenUp(run, step, attempt);
  }

  @Override
  public void workDied(UUID run, String detail) {
    RunLog.LOG.workDied(run, detail);
  }

  @Override
  public void upkeepFailed(Throwable cause) {
    RunLog.LOG.upkeepFailed(cause);
  }
}
