package magnus.cache;

import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What the cache tells the administrator. */
@MessageLogger(projectCode = "MAGNUS", length = 5)
interface CacheLog extends BasicLogger {

  CacheLog LOG =
      Logger.getMessageLogger(
          java.lang.invoke.MethodHandles.lookup(), CacheLog.class, "magnus.cache");

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 4001,
      value =
          "The source of shelf %s failed for '%s'; what is stale is served where it may be, and the"
              + " source is left alone for a while. The cause is below.")
  void sourceFailed(String shelf, String key, @Cause Throwable cause);

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 4002, value = "Shelf %s is open: %s, at most %d entries, lifespans by policy %s.")
  void opened(String shelf, DataType type, int entries, String policy);

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 4030,
      value = "The look at entries that are about to end failed; it goes on in a second.")
  void turnFailed(@Cause Throwable cause);

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 4031,
      value = "The schedule of warming failed; it goes on in a second. The cause is below.")
  void warmingNotBegun(@Cause Throwable cause);

  @LogMessage(level = Logger.Level.INFO)
  @Message(
      id = 4032,
      value = "The warming of %s on %s is left to another node, or cannot be claimed: %s")
  void turnNotClaimed(String turn, java.time.LocalDate session, String cause);

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 4033,
      value = "What %s wants to be warmed is not known; the rest is warmed. The cause is below.")
  void warmerFailed(String warmer, @Cause Throwable cause);

  @LogMessage(level = Logger.Level.DEBUG)
  @Message(id = 4003, value = "%s at %s raised by %s touched %d entries and dropped %d, in %s.")
  void raised(
      Occurrence.Kind kind,
      java.time.Instant at,
      String raisedBy,
      int touched,
      long dropped,
      java.time.Duration took);

  @LogMessage(level = Logger.Level.DEBUG)
  @Message(
      id = 4011,
      value = "%s at %s was not kept, perhaps since another node tells of it at this moment: %s")
  void occurrenceNotKept(String kind, java.time.Instant at, String cause);

  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 4012, value = "Old events of the cache were not removed; tried again hourly: %s")
  void occurrencesNotPruned(String cause);

  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 4013, value = "Shelves could not be looked at; tried again in 10 s: %s")
  void notLookedAt(String cause);

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 4014,
      value =
          "Which lifespans are frozen could not be read; what is known stays, and is read again: %s")
  void freezesNotRead(String cause);

  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 4015, value = "Events of the cache were not written; tried again in a second.")
  void occurrencesNotWritten(@Cause Throwable cause);
}
