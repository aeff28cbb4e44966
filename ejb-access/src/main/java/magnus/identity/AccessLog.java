package magnus.identity;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What the access module says to the administrator; numbers 2000 to 2999. */
@MessageLogger(projectCode = "MAGNUS", length = 4)
public interface AccessLog extends BasicLogger {

  AccessLog LOG =
      Logger.getMessageLogger(MethodHandles.lookup(), AccessLog.class, "magnus.identity");

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 2001,
      value =
          "First start: account '%s' was created with the password %s - it is shown this once;"
              + " sign in and change it.")
  void firstAccount(String name, String password);

  @LogMessage(level = Logger.Level.INFO)
  @Message(
      id = 2002,
      value = "First start: account '%s' was created with the password given by setting %s.")
  void firstAccountConfigured(String name, String setting);

  @LogMessage(level = Logger.Level.DEBUG)
  @Message(
      id = 2003,
      value =
          "Removed %d ended sessions, %d forgotten sign-in attempts, %d old audit entries,"
              + " %d old visits.")
  void pruned(int sessions, int attempts, int entries, int visits);

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 2004,
      value =
          "Sign-in waits: %d failed attempts on '%s'; the next is admitted in %d s. See the audit"
              + " log for addresses.")
  void throttled(int failures, String bucket, long seconds);

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 2005, value = "The accounts '%s' and '%s' exist already, made by another node.")
  void firstAccountsElsewhere(String demo, String admin);

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 2006,
      value = "Ended sessions and old entries were not removed; it is tried again in an hour.")
  void notPruned(@Cause Throwable cause);
}
