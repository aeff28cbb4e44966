package magnus.market;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What market data says in the log; numbers 5000 to 5099. */
@MessageLogger(projectCode = "MAGNUS", length = 4)
public interface MarketLog extends BasicLogger {

  MarketLog LOG = Logger.getMessageLogger(MethodHandles.lookup(), MarketLog.class, "magnus.market");

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 5001, value = "Imported %d rows (%s) from '%s' in %.2f s, for %s.")
  void imported(long rows, String kind, String file, double seconds, String caller);

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 5002, value = "Market time is now %s, at %s, speed %s, set by %s.")
  void clockSet(String mode, String at, double speed, String caller);

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 5003,
      value =
          "A price of %s was not watched for moves, as no thread was free (%s); entries made from it"
              + " live out their lifespans.")
  void priceNotWatched(String symbol, String cause);

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 5004,
      value = "Catalysts due now could not be told to the cache (%s); they are at the next turn.")
  void catalystsNotTold(String cause);
}
