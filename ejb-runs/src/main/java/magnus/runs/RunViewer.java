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

  /** Whether he may still look: his session has not ended. Asked from time to time. */
  boolean entitled();

  /** The stream is over; nothing is written any more. */
  void end();
}
