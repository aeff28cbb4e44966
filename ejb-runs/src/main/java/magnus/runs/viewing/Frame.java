package magnus.runs.viewing;

import java.nio.charset.StandardCharsets;
import magnus.runs.RunEvent;

/**
 * One event as the bytes of an event stream ({@code text/event-stream}), made once for all viewers.
 */
record Frame(long sequence, byte[] bytes, boolean isLast) {

  /** A comment, which clients skip. */
  static final byte[] KEEP_ALIVE = ":\n\n".getBytes(StandardCharsets.UTF_8);

  static Frame of(RunEvent event) {
    String text =
        "id: " + event.run() + ":" + event.sequence() + "\ndata: " + event.json() + "\n\n";
    return new Frame(event.sequence(), text.getBytes(StandardCharsets.UTF_8), event.isLast());
  }
}
