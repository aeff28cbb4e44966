package magnus.portal;

import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What the web module says to the administrator; numbers 8000 to 8999. */
@MessageLogger(projectCode = "MAGNUS", length = 4)
public interface WebLog extends BasicLogger {

  WebLog LOG =
      Logger.getMessageLogger(java.lang.invoke.MethodHandles.lookup(), WebLog.class, "magnus.web");

  @LogMessage(level = Logger.Level.ERROR)
  @Message(
      id = 8001,
      value =
          "%s %s failed unexpectedly; the client was told 500 with request id %s. Report the trace"
              + " below with that id.")
  void unexpected(String method, String path, String requestId, @Cause Throwable cause);

  @LogMessage(level = Logger.Level.DEBUG)
  @Message(id = 8002, value = "%s %s: the client went away before the answer was written (%s)")
  void clientGone(String method, String path, String reason);

  @LogMessage(level = Logger.Level.ERROR)
  @Message(
      id = 8003,
      value = "%s Correct it in the server's configuration; until then what needs it fails.")
  void settingOutOfRange(String sentence);

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 8004,
      value = "Nothing reads the setting '%s'; compare it with the list at /api/settings.")
  void unknownSetting(String key);

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 8005,
      value = "The cache could not be shown to those who look; tried again in 2 s: %s")
  void cacheNotShown(String cause);
}
