package magnus.runs.execution;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The runs that this node works on, or will as soon as a thread is free; first come, first served.
 */
public final class LocalRuns {

  private final ExecutorService threads;
  private final IntSupplier atOnce;
  private final IntSupplier queue;
  private final InstantSource wall;
  private final Map<UUID, Work> works = new ConcurrentHashMap<>();
  private final Deque<Work> waiting = new ArrayDeque<>();
  private int executing;

  /** One execution and its thread's promise. */
  static final class Work {
    private final RunExecution execution;
    private volatile @Nullable Future<?> future;
    private volatile @Nullable Instant handedOver;

    Work(RunExecution execution) {
      this.execution = execution;
    }

    RunExecution execution() {
      return execution;
    }

    /** Whether the thread's promise is kept or broken, so that nobody works on it any more. */
    boolean threadIsGone() {
      Future<?> promise = future;
      return promise != null && promise.isDone();
    }

    /** Since when the present step is at work or, before the first, the executor has it. */
    Optional<Instant> busySince() {
      return execution.stepSince().or(() -> Optional.ofNullable(handedOver));
    }
  }

  /**
   * @param atOnce executions on threads at the same time
   * @param queue executions that may wait
   */
  public LocalRuns(
      ExecutorService threads, IntSupplier atOnce, IntSupplier queue, InstantSource wall) {
    this.threads = threads;
    this.atOnce = atOnce;
    this.queue = queue;
    this.wall = wall;
  }

  /** Whether one more run would be worked on or may wait. */
  public synchronized boolean hasRoom() {
    return executing < atOnce.getAsInt() || waiting.size() < queue.getAsInt();
  }

  /** Takes an execution on, beyond the queue's bound if need be: its run is journaled already. */
  public void take(RunExecution execution) {
    Work work = new Work(execution);
    synchronized (this) {
      works.put(execution.id(), work);
      waiting.add(work);
    }
    dispatch();
  }

  /** Gives threads to those that wait, as far as there are any. */
  void dispatch() {
    Optional<Work> next = next();
    while (next.isPresent()) {
      hand(next.get());
      next = next();
    }
  }

  private synchronized Optional<Work> next() {
    if (executing >= atOnce.getAsInt() || waiting.isEmpty()) {
      return Optional.empty();
    }
    executing++;
    return Optional.of(waiting.remove());
  }

  private void hand(Work work) {
    try {
      work.handedOver = wall.instant();
      work.future = threads.submit(() -> execute(work));
    } catch (RejectedExecutionException e) {
      work.execution.fail("start", "work_died", "The work died: no thread was to be had for it.");
      leave(work);
    }
  }

  private void execute(Work work) {
    try {
      work.execution.run();
    } finally {
      leave(work);
      dispatch();
    }
  }

  /** Forgets a work whose thread has left or will never come. */
  void leave(Work work) {
    if (!works.remove(work.execution.id(), work)) {
      return;
    }
    synchronized (this) {
      if (!waiting.remove(work)) {
        executing--;
      }
    }
  }

  /** Tells the worker of a run that it has ended elsewhere, if it is here. */
  public void ended(UUID run) {
    stop(run, Stop.ENDED);
  }

  void stop(UUID run, Stop why) {
    Work work = works.get(run);
    if (work == null) {
      return;
    }
    work.execution.stop(why);
    boolean waited;
    synchronized (this) {
      waited = waiting.remove(work);
      if (waited) {
        works.remove(run, work);
      }
    }
  }

  /** Tells all workers to leave: the node goes down. */
  public void shutDown() {
    List.copyOf(works.keySet()).forEach(run -> stop(run, Stop.SHUTDOWN));
  }

  public boolean has(UUID run) {
    return works.containsKey(run);
  }

  Collection<UUID> ids() {
    return List.copyOf(works.keySet());
  }

  Collection<Work> works() {
    return List.copyOf(works.values());
  }

  /** How many executions have a thread. */
  public synchronized int executing() {
    return executing;
  }

  /** How many executions wait for one. */
  public synchronized int waiting() {
    return waiting.size();
  }
}
