package magnus.runs.execution;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import magnus.basics.problem.Refusal;
import magnus.runs.RunEvent;
import magnus.runs.RunStatus;
import magnus.runs.RunStep;
import magnus.runs.journal.Journal;
import magnus.runs.journal.JournaledRun;
import org.jspecify.annotations.Nullable;

/**
 * The work on one run, on one thread of this node, from its first incomplete step to its end. It
 * writes the run's last event itself, unless it is told to stop or the journal refuses it.
 */
public final class RunExecution implements Runnable {

  private static final int PAGE = 256;

  private final JournaledRun run;
  private final List<RunStep> steps;
  private final Surroundings around;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Object threadLock = new Object();
  private @Nullable Thread thread;
  private volatile @Nullable Stop stop;
  private volatile @Nullable Instant stepSince;
  private volatile boolean over;

  /**
   * What an execution needs around it.
   *
   * @param committed gets every event after its commit
   * @param pace shortest time for a step
   */
  public record Surroundings(
      Journal journal,
      InstantSource wall,
      Supplier<Duration> pace,
      Consumer<RunEvent> committed,
      WorkNotes notes) {}

  public RunExecution(JournaledRun run, List<RunStep> steps, Surroundings around) {
    this.run = run;
    this.steps = List.copyOf(steps);
    this.around = around;
  }

  @Override
  public void run() {
    synchronized (threadLock) {
      thread = Thread.currentThread();
    }
    try {
      if (stop == null) {
        work();
      }
    } catch (JournalingContext.JournalUnavailable e) {
      around.notes().journalUnavailable(run.id(), e.cause());
    } finally {
      synchronized (threadLock) {
        thread = null;
        Thread.interrupted();
      }
      over = true;
    }
  }

  private void work() {
    JournalingContext context = new JournalingContext(this, around);
    String step = "start";
    try {
      int first = Math.max(run.step(), 0);
      boolean interrupted = context.recollect(run.step(), PAGE);
      for (int i = first; i < steps.size(); i++) {
        step = steps.get(i).name();
        if (interrupted && i == first && !steps.get(i).repeatable()) {
          fail(step, "work_died", "Step " + step + " was interrupted and may not be repeated.");
          return;
        }
        Instant since = around.wall().instant();
        stepSince = since;
        context.enter(i, steps.get(i));
        runStep(steps.get(i), context);
        stepSince = null;
        rest(since);
        context.checkCancelled();
      }
      end(RunStatus.COMPLETE, "{\"seconds\":" + seconds() + "}");
    } catch (JournalingContext.JournalUnavailable e) {
      throw e;
    } catch (Throwable e) {
      if (stop == null) {
        Thread.interrupted();
        report(step, e);
      }
    }
  }

  private void runStep(RunStep step, JournalingContext context) throws Exception {
    try {
      step.run(context);
    } catch (Exception e) {
      if (stop != null || !step.optional() || e instanceof JournalingContext.JournalUnavailable) {
        throw e;
      }
      if (!(e instanceof Refusal)) {
        around.notes().stepFailed(run.id(), step.name(), e);
      }
      context.journal(
          RunEvent.STEP_FAILED, Map.of("step", step.name(), "detail", sentence(step.name(), e)));
    }
  }

  private void report(String step, Throwable e) {
    if (e instanceof Error) {
      around.notes().stepFailed(run.id(), step, e);
      fail(
          step, "work_died", "The work died in step " + step + ": " + e.getClass().getName() + ".");
      return;
    }
    if (!(e instanceof Refusal)) {
      around.notes().stepFailed(run.id(), step, e);
    }
    fail(step, e instanceof Refusal r ? r.slug() : "internal_error", sentence(step, e));
  }

  private static String sentence(String step, Throwable e) {
    return e instanceof Refusal refusal
        ? refusal.detail()
        : "Step " + step + " failed by an internal error, which the server has logged.";
  }

  private void rest(Instant since) throws InterruptedException {
    Duration left = around.pace().get().minus(Duration.between(since, around.wall().instant()));
    if (left.toMillis() > 0) {
      boolean stopped = stopping.await(left.toMillis(), TimeUnit.MILLISECONDS);
      if (stopped) {
        throw new CancellationException();
      }
    }
  }

  private double seconds() {
    return Duration.between(run.run().startedAt(), around.wall().instant()).toMillis() / 1000.0;
  }

  /** Ends the run as failed, from any thread; false when it is lost or has ended. */
  boolean fail(String step, String reason, String detail) {
    if (reason.equals("work_died")) {
      around.notes().workDied(run.id(), detail);
    }
    return end(
        RunStatus.FAILED,
        EventText.of(RunEvent.FAILED, Map.of("step", step, "reason", reason, "detail", detail)));
  }

  private boolean end(RunStatus how, String payload) {
    try {
      Optional<RunEvent> last = around.journal().end(run.id(), run.fence(), how, now(), payload);
      last.ifPresent(around.committed());
      return last.isPresent();
    } catch (RuntimeException e) {
      around.notes().journalUnavailable(run.id(), e);
      return false;
    }
  }

  Instant now() {
    return around.wall().instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /** Asks the worker to leave: sets the flag that steps check, and interrupts the thread. */
  void stop(Stop why) {
    if (stop == null) {
      stop = why;
    }
    stopping.countDown();
    synchronized (threadLock) {
      if (thread != null && thread != Thread.currentThread()) {
        thread.interrupt();
      }
    }
  }

  Optional<Stop> stopped() {
    return Optional.ofNullable(stop);
  }

  /** Since when the present step is at work, by wall time; empty between steps. */
  Optional<Instant> stepSince() {
    return Optional.ofNullable(stepSince);
  }

  /** Whether the thread has left. */
  boolean isOver() {
    return over;
  }

  List<RunStep> steps() {
    return steps;
  }

  public JournaledRun journaled() {
    return run;
  }

  public UUID id() {
    return run.id();
  }
}
