package magnus.runs.execution;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What a node does again and again, until it goes down. */
public final class Rounds {

  private final ScheduledExecutorService timer;
  private final Consumer<RuntimeException> failed;
  private final Map<Runnable, Future<?>> due = new HashMap<>();
  private boolean stopped;

  /**
   * @param failed is told when a turn fails, unless the node goes down
   */
  public Rounds(ScheduledExecutorService timer, Consumer<RuntimeException> failed) {
    this.timer = timer;
    this.failed = failed;
  }

  /** Repeats a task; the time between is read anew each time, and no failure ends it. */
  public void every(Supplier<Duration> interval, Runnable task) {
    Runnable turn = () -> turn(interval, task);
    synchronized (this) {
      if (stopped) {
        return;
      }
      due.put(task, timer.schedule(turn, interval.get().toMillis(), TimeUnit.MILLISECONDS));
    }
  }

  private void turn(Supplier<Duration> interval, Runnable task) {
    try {
      task.run();
    } catch (RuntimeException e) {
      tell(e);
    }
    try {
      every(interval, task);
    } catch (RejectedExecutionException | IllegalStateException e) {
      tell(e);
    }
  }

  private void tell(RuntimeException e) {
    if (!isStopped()) {
      failed.accept(e);
    }
  }

  private synchronized boolean isStopped() {
    return stopped;
  }

  /** Calls off every turn that is due; one that is at work ends by itself and is the last. */
  public void stop() {
    List<Future<?>> left;
    synchronized (this) {
      stopped = true;
      left = new ArrayList<>(due.values());
      due.clear();
    }
    left.forEach(turn -> turn.cancel(false));
  }
}
