package magnus.persistence;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What persistence says in the log; numbers 1000 to 1999. */
@MessageLogger(projectCode = "MAGNUS", length = 4)
public interface PersistenceLog extends BasicLogger {

  PersistenceLog LOG =
      Logger.getMessageLogger(MethodHandles.lookup(), PersistenceLog.class, "magnus.persistence");

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 1101,
      value =
          "Market time cannot be read from the database (%s); the last setting known stays in force"
              + " until it can.")
  void marketClockUnread(String cause);
}
