package magnus.prefetch;

import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What predictive loading tells the administrator. */
@MessageLogger(projectCode = "MAGNUS", length = 5)
interface PrefetchLog extends BasicLogger {

  PrefetchLog LOG =
      Logger.getMessageLogger(
          java.lang.invoke.MethodHandles.lookup(), PrefetchLog.class, "magnus.prefetch");

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 4201,
      value = "%d visits were not written; they wait, and are tried again in a second.")
  void notWritten(int waiting, @Cause Throwable cause);

  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 4202, value = "Visits could not be looked after; tried again: %s")
  void notLookedAfter(String cause);

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 4203, value = "%d visits were older than %s and have been removed.")
  void pruned(int rows, java.time.Duration retention);

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 4204,
      value = "%d visits are lost: the database did not take them. The cause is below.")
  void lost(int rows, @Cause Throwable cause);

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 4220,
      value =
          "Counts of %d statements are lost: the database did not take them. Later ones are"
              + " written again in a minute. The cause is below.")
  void statementsLost(int lines, @Cause Throwable cause);

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 4221,
      value = "What was asked of shelves was not kept for the quarter of an hour from %s: %s")
  void demandLost(java.time.Instant window, String cause);

  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 4222, value = "Statements of the quarter of an hour from %s were not forecast: %s")
  void notForecast(java.time.Instant window, String cause);

  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 4223, value = "Nothing was computed ahead of the busy hour; tried again: %s")
  void notPrecomputed(String cause);

  @LogMessage(level = Logger.Level.INFO)
  @Message(
      id = 4224,
      value = "The last minute's counts of statements are lost, the server is going down: %s")
  void notWrittenAtStop(String cause);

  @LogMessage(level = Logger.Level.INFO)
  @Message(
      id = 4225,
      value =
          "What was computed ahead keeps the benefit last written, the server is going down: %s")
  void notSettledAtStop(String cause);
}
