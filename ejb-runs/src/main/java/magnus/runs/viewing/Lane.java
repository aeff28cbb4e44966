package magnus.runs.viewing;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs small tasks in turn on at most so many borrowed threads, and borrows none while idle. */
final class Lane {

  private final Executor threads;
  private final int most;
  private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
  private final AtomicInteger workers = new AtomicInteger();

  Lane(Executor threads, int most) {
    this.threads = threads;
    this.most = most;
  }

  void execute(Runnable task) {
    tasks.add(task);
    work();
  }

  /** Borrows a thread if there is something to do and one more may be borrowed. */
  void work() {
    int now = workers.get();
    while (now < most && !tasks.isEmpty()) {
      if (workers.compareAndSet(now, now + 1)) {
        borrow();
        return;
      }
      now = workers.get();
    }
  }

  private void borrow() {
    try {
      threads.execute(this::drain);
    } catch (RejectedExecutionException e) {
      // The tasks stay; the next task or keep-alive tries again.
      workers.decrementAndGet();
    }
  }

  private void drain() {
    try {
      Runnable task = tasks.poll();
      while (task != null) {
        task.run();
        task = tasks.poll();
      }
    } finally {
      workers.decrementAndGet();
      work();
    }
  }
}
