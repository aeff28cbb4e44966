package magnus.runs.execution;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
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
  private final Set<Thread> interruptible = new HashSet<>();
  private volatile @Nullable Stop stop;
  private volatile @Nullable Instant stepSince;

  /**
   * What an execution needs around it.
   *
   * @param committed gets every event after its commit
   * @param pace how long to rest after each step
   * @param retryAfter how long after an unexpected failure a step is run once more
   */
  public record Surroundings(
      Journal journal,
      InstantSource wall,
      Supplier<Duration> pace,
      Supplier<Duration> retryAfter,
      Consumer<RunEvent> committed,
      WorkNotes notes) {}

  public RunExecution(JournaledRun run, List<RunStep> steps, Surroundings around) {
    this.run = run;
    this.steps = List.copyOf(steps);
    this.around = around;
  }

  @Override
  public void run() {
    try {
      if (stop == null) {
        work();
      }
    } catch (JournalingContext.JournalUnavailable e) {
      around.notes().journalUnavailable(run.id(), e.cause());
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
        stepSince = around.wall().instant();
        context.enter(i, steps.get(i));
        runStep(i, context);
        stepSince = null;
        waitUnlessStopped(around.pace().get());
        context.checkCancelled();
      }
      end(RunStatus.COMPLETE, "{\"seconds\":" + seconds() + "}");
    } catch (JournalingContext.JournalUnavailable e) {
      throw e;
    } catch (Throwable e) {
      if (stop == null) {
        report(step, e);
      }
    }
  }

  private void runStep(int number, JournalingContext context) throws Exception {
    RunStep step = steps.get(number);
    try {
      runTwiceIfNeeded(number, context);
    } catch (Exception e) {
      if (stop != null || !step.optional() || e instanceof JournalingContext.JournalUnavailable) {
        throw e;
      }
      context.journal(
          RunEvent.STEP_FAILED, Map.of("step", step.name(), "detail", sentence(step.name(), e)));
    }
  }

  /**
   * An unexpected failure may be a moment's (a lost connection), or the first sign that the server
   * goes down and the beans below are gone already: so the step is run once more a little later,
   * unless by then the run was told to stop and goes on elsewhere.
   */
  private void runTwiceIfNeeded(int number, JournalingContext context) throws Exception {
    RunStep step = steps.get(number);
    try {
      step.run(context);
    } catch (Refusal | JournalingContext.JournalUnavailable e) {
      throw e;
    } catch (Exception e) {
      if (stop != null) {
        throw e;
      }
      around.notes().stepFailed(run.id(), step.name(), e);
      if (!step.repeatable()) {
        throw e;
      }
      waitUnlessStopped(around.retryAfter().get());
      context.recollect(number, PAGE);
      context.enter(number, step);
      runForTheLastTime(step, context);
    }
  }

  private void runForTheLastTime(RunStep step, JournalingContext context) throws Exception {
    try {
      step.run(context);
    } catch (Refusal | JournalingContext.JournalUnavailable e) {
      throw e;
    } catch (Exception e) {
      if (stop == null) {
        around.notes().stepFailed(run.id(), step.name(), e);
      }
      throw e;
    }
  }

  private void report(String step, Throwable e) {
    if (e instanceof Error) {
      around.notes().stepFailed(run.id(), step, e);
      fail(
          step, "work_died", "The work died in step " + step + ": " + e.getClass().getName() + ".");
      return;
    }
    fail(step, e instanceof Refusal r ? r.slug() : "internal_error", sentence(step, e));
  }

  private static String sentence(String step, Throwable e) {
    return e instanceof Refusal refusal
        ? refusal.detail()
        : "Step " + step + " failed by an internal error, which the server has logged.";
  }

  private void waitUnlessStopped(Duration time) throws InterruptedException {
    if (time.toMillis() > 0 && stopping.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new CancellationException("run " + run.id() + " was stopped");
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

  /** Asks the worker to leave: sets the flag that steps check, and interrupts what may be. */
  void stop(Stop why) {
    if (stop == null) {
      stop = why;
    }
    stopping.countDown();
    synchronized (interruptible) {
      interruptible.forEach(Thread::interrupt);
    }
  }

  /** Makes a call during which {@link #stop} interrupts the calling thread, and only then. */
  <T> T interruptibly(Callable<T> call) throws Exception {
    synchronized (interruptible) {
      if (stop != null) {
        throw new CancellationException("run " + run.id() + " was stopped");
      }
      interruptible.add(Thread.currentThread());
    }
    try {
      return call.call();
    } finally {
      synchronized (interruptible) {
        interruptible.remove(Thread.currentThread());
        // An interrupt that came too late must not reach what the thread does next.
        Thread.interrupted();
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
