package magnus.cache;

import jakarta.enterprise.concurrent.ManagedThreadFactory;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * A few threads of the container for work that nobody waits for: at most two at once, of the lowest
 * priority. What does not fit into its queue is refused.
 */
public final class LowPriority implements Executor {

  private static final int THREADS = 2;
  private static final int QUEUE = 1_000;

  private final ThreadPoolExecutor pool;

  /** Not begun before there is work. */
  public LowPriority(ManagedThreadFactory factory) {
    pool =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            10,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(QUEUE),
            work -> {
              Thread thread = factory.newThread(work);
              thread.setPriority(Thread.MIN_PRIORITY);
              return thread;
            });
    pool.allowCoreThreadTimeOut(true);
  }

  @Override
  public void execute(Runnable work) {
    pool.execute(work);
  }

  /** Ends what is at work. */
  public void shutdown() {
    pool.shutdownNow();
  }
}
