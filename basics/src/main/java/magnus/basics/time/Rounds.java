package magnus.basics.time;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What is done again and again, until whoever does it goes down. Each task has a thread of its own,
 * so that none waits for another.
 *
 * <p>To be given the container's thread factory, so that tasks run with the application's context,
 * and begun where that context is. It is not the container's own timer, since that one throws each
 * task away that comes due while the server is suspended: once resumed, none would ever come again.
 */
public final class Rounds {

  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final ScheduledThreadPoolExecutor timer;
  private volatile boolean stopped;

  public Rounds(ThreadFactory threads) {
    timer = new ScheduledThreadPoolExecutor(0, threads);
    timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  /**
   * Repeats a task, for the first time after one interval.
   *
   * @see #every(Duration, Supplier, Runnable, Consumer)
   */
  public void every(Duration interval, Runnable task, Consumer<Throwable> failed) {
    every(interval, () -> interval, task, failed);
  }

  /**
   * Repeats a task. Its failures do not end it.
   *
   * @param first until its first turn
   * @param interval from the end of a turn until the next, read anew each time
   * @param failed is told when a turn fails, unless the rounds were stopped meanwhile
   */
  public synchronized void every(
      Duration first, Supplier<Duration> interval, Runnable task, Consumer<Throwable> failed) {
    if (stopped) {
      return;
    }
    timer.setCorePoolSize(timer.getCorePoolSize() + 1);
    schedule(first, new Repeated(interval, task, failed));
  }

  private void schedule(Duration until, Runnable turn) {
    try {
      timer.schedule(turn, until.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      if (!stopped) {
        throw e;
      }
    }
  }

  /** Calls off every turn that is due, and waits briefly for those at work: they are the last. */
  public void stop() {
    synchronized (this) {
      stopped = true;
      timer.shutdown();
    }
    try {
      // Not interrupted: that would close the embedded database's file under others.
      timer.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  boolean isStopped() {
    return stopped;
  }

  /** One task's turns. */
  private final class Repeated implements Runnable {

    private final Supplier<Duration> interval;
    private final Runnable task;
    private final Consumer<Throwable> failed;
    private Duration last = Duration.ofMinutes(1);

    Repeated(Supplier<Duration> interval, Runnable task, Consumer<Throwable> failed) {
      this.interval = interval;
      this.task = task;
      this.failed = failed;
    }

    @Override
    public void run() {
      attempt(task);
      // An interval that cannot be read stays as it was.
      attempt(() -> last = interval.get());
      schedule(last, this);
    }

    private void attempt(Runnable part) {
      try {
        part.run();
      } catch (Throwable e) {
        if (!stopped) {
          failed.accept(e);
        }
      }
    }
  }
}
