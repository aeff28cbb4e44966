package magnus.runs;

import java.io.IOException;

/**
 * Somebody's open stream, as the journal drives it. No method may block; one thread at a time calls
 * them.
 */
public interface RunViewer {

  /**
   * Whether bytes can be written now without waiting. When it says no, the viewer itself calls
   * {@link Viewing#wake} as soon as they can.
   */
  boolean ready();

  /** Writes whole frames of an event stream; only after {@link #ready} said yes. */
  void write(byte[] frames) throws IOException;

  /** Under what he looks, such as a session; viewers with the same answer are entitled alike. */
  String credential();

  /** Whether he may still look: his session has not ended. Asked now and then per credential. */
  boolean entitled();

  /** The stream is over; nothing is written any more. What was written may be on its way still. */
  void end();

  /** Whether the stream is over and all that was written has gone out, or cannot. */
  boolean gone();

  /** Lets go at once of whoever takes nothing, with all that is held for him. */
  void drop();
}
