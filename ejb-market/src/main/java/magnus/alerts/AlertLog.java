package magnus.alerts;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What alerts say in the log; numbers 5400 to 5449. */
@MessageLogger(projectCode = "MAGNUS", length = 4)
public interface AlertLog extends BasicLogger {

  AlertLog LOG = Logger.getMessageLogger(MethodHandles.lookup(), AlertLog.class, "magnus.alerts");

  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 5401, value = "Alert rules could not be looked at (%s); they are at the next turn.")
  void notLookedAt(String cause);

  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 5402, value = "Alert rule %s could not be looked at (%s); it is at the next turn.")
  void ruleFailed(String rule, String cause);
}
