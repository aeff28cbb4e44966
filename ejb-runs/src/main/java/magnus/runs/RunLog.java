package magnus.runs;

import java.util.List;
import java.util.UUID;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What the run journal tells the administrator. */
@MessageLogger(projectCode = "MAGNUS", length = 5)
interface RunLog extends BasicLogger {

  RunLog LOG =
      Logger.getMessageLogger(java.lang.invoke.MethodHandles.lookup(), RunLog.class, "magnus.runs");

  @LogMessage(level = Logger.Level.ERROR)
  @Message(
      id = 3001,
      value =
          "Step %2$s of run %1$s failed; its viewers read that it failed, the cause is below. Mend"
              + " the cause and start the operation again.")
  void stepFailed(UUID run, String step, @Cause Throwable cause);

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 3002,
      value =
          "Step %2$s of run %1$s, run again after an interruption, emitted another '%3$s' event than"
              + " the first time; the first one stands. The step must read only at the run's as-of.")
  void stepNotRepeatable(UUID run, String step, String type);

  @LogMessage(level = Logger.Level.ERROR)
  @Message(
      id = 3003,
      value =
          "The journal of run %s cannot be written; the run is taken up again when its lease has"
              + " lapsed. See to the database.")
  void journalUnavailable(UUID run, @Cause Throwable cause);

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 3004, value = "Run %s is taken up again at step %s (interruption %d of that step).")
  void takenUp(UUID run, String step, int attempt);

  @LogMessage(level = Logger.Level.ERROR)
  @Message(id = 3005, value = "Run %s is ended as failed: %s")
  void workDied(UUID run, String detail);

  @LogMessage(level = Logger.Level.ERROR)
  @Message(id = 3006, value = "The upkeep of runs failed; it tries again at its next turn.")
  void upkeepFailed(@Cause Throwable cause);

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 3007, value = "Runs are worked on as %s; operations registered so far: %s.")
  void ready(String holder, List<String> operations);

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 3008, value = "Deleted %d runs that ended longer ago than they are kept.")
  void retired(int runs);

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 3009,
      value =
          "A stream of run %s was ended by an error; its viewer reconnects and goes on where he was."
              + " The cause is below.")
  void viewerFailed(UUID run, @Cause Throwable cause);

  @LogMessage(level = Logger.Level.INFO)
  @Message(
      id = 3010,
      value = "Runs were not given up (%s); this node takes them up at its start, another later.")
  void notReleased(String cause);
}
