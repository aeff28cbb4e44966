package magnus.portal.stream;

import java.io.Closeable;
import org.jspecify.annotations.Nullable;

/** The connection to a client, as far as the Servlet API has no word for it. From any thread. */
public interface Line {

  /** Closes it at once, without waiting for the client to take what is on its way. */
  void cut();

  /**
   * Ends the answer to a client that is gone, without a word about its last bytes.
   *
   * @param stream of the answer; null where none was opened
   * @param complete ends the answer
   */
  void abandon(@Nullable Closeable stream, Runnable complete);
}
