package magnus.runs;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.LongAdder;

/** Counts since the server's start; the web module shows them as metrics. */
@ApplicationScoped
public class RunMetrics {

  private final LongAdder started = new LongAdder();
  private final LongAdder complete = new LongAdder();
  private final LongAdder failed = new LongAdder();
  private final LongAdder cancelled = new LongAdder();
  private final LongAdder takenUp = new LongAdder();
  private final LongAdder events = new LongAdder();

  void countStart() {
    started.increment();
  }

  void countTakeUp() {
    takenUp.increment();
  }

  void count(RunEvent event) {
    events.increment();
    switch (event.type()) {
      case RunEvent.COMPLETE -> complete.increment();
      case RunEvent.FAILED -> failed.increment();
      case RunEvent.CANCELLED -> cancelled.increment();
      default -> {}
    }
  }

  /** Runs begun here. */
  public long started() {
    return started.sum();
  }

  /** Runs that this node brought to their end. */
  public long complete() {
    return complete.sum();
  }

  /** Runs that this node ended as failed. */
  public long failed() {
    return failed.sum();
  }

  /** Runs that were cancelled through this node. */
  public long cancelled() {
    return cancelled.sum();
  }

  /** Runs that this node took up after their worker had vanished. */
  public long takenUp() {
    return takenUp.sum();
  }

  /** Events that this node journaled. */
  public long events() {
    return events.sum();
  }
}
