package magnus.prefetch.sequence;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Says which items come next in a session, and learns one step at a time.
 *
 * <p>A predictor is a function of the steps it has learned, in their order: two that learned the
 * same steps predict the same. Memory is bounded by its settings. Not safe for use by several
 * threads.
 */
public interface NextPredictor {

  /** The name in tables, such as {@code markov-1}. */
  String name();

  /**
   * The items most likely to come next, at most {@code count} of them.
   *
   * @param context the session so far; may be empty
   * @param count at least 1
   */
  Ranking predict(SessionContext context, int count);

  /**
   * Learns that {@code next} came after {@code context}. The first item of a session is learned
   * with a context without items.
   */
  void learn(SessionContext context, int next);

  /**
   * Lets all sessions be over, so that what they did counts for others; a predictor may hold it
   * back until then, or until a session did nothing for long.
   */
  default void settle() {}

  /** Writes all that was learned. */
  void write(DataOutput out) throws IOException;

  /**
   * Takes over what {@link #write} wrote, instead of all that was learned here; settings must be
   * the same.
   */
  void read(DataInput in) throws IOException;

  /** What the predictor holds, in bytes, estimated from the lengths of its arrays. */
  long memoryBytes();
}
