package magnus.cache.infinispan;

import java.util.List;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What the shared caches tell the administrator. */
@MessageLogger(projectCode = "MAGNUS", length = 5)
interface ClusterLog extends BasicLogger {

  ClusterLog LOG =
      Logger.getMessageLogger(
          java.lang.invoke.MethodHandles.lookup(), ClusterLog.class, "magnus.cache");

  @LogMessage(level = Logger.Level.INFO)
  @Message(
      id = 4101,
      value =
          "Entry %2$s of cache %1$s cannot be read (%3$s): probably another version of Magnus wrote"
              + " it. It is dropped and loaded anew.")
  void garbled(String cache, String key, String what);

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 4102,
      value =
          "Not all nodes confirmed the %s of %s; entries that it makes wrong are dropped by this node"
              + " all the same.")
  void notPublished(String kind, String at, @Cause Throwable cause);

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 4103, value = "The cache is shared by %s.")
  void members(List<String> nodes);

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 4104,
      value =
          "The link between nodes was cut and has healed; what %s had until then may have been dropped"
              + " on the other side, so each drops all of it and loads anew.")
  void merged(List<String> nodes);

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 4105,
      value =
          "The turn to load %s cannot be settled with the other nodes, so this one loads by itself.")
  void noTurn(String key, @Cause Throwable cause);

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 4106,
      value = "An occurrence that another node published cannot be read (%s); nothing is dropped.")
  void garbledOccurrence(String what);

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 4107,
      value = "Not all nodes confirmed entry %2$s of cache %1$s (%3$s); its value is served once.")
  void notStored(String cache, String key, String what);

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 4108,
      value =
          "Not all nodes confirmed that entry %2$s of cache %1$s is dropped (%3$s); this node has"
              + " dropped it all the same.")
  void notRemoved(String cache, String key, String what);
}
