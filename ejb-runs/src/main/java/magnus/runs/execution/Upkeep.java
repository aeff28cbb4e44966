package magnus.runs.execution;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import magnus.runs.RunStatus;
import magnus.runs.RunStep;
import magnus.runs.journal.Head;
import magnus.runs.journal.Journal;
import magnus.runs.journal.JournaledRun;
import magnus.runs.journal.Lease;

/**
 * What keeps runs from hanging: renews this node's leases, notices runs that ended or went
 * elsewhere, fails those whose thread died or whose step takes for ever, takes up those that nobody
 * works on, and deletes old ones.
 *
 * <p>Leases are judged by each node's wall clock. Clocks that differ by more than the lease cost a
 * needless take-over, never a wrong event: the fence sees to that.
 */
public final class Upkeep {

  private static final Duration GRACE = Duration.ofMinutes(1);
  private static final int AT_A_TIME = 100;

  private final Journal journal;
  private final LocalRuns local;
  private final InstantSource wall;
  private final String holder;
  private final Limits limits;
  private final Function<JournaledRun, Optional<List<RunStep>>> steps;
  private final Function<JournaledRun, Function<List<RunStep>, RunExecution>> executions;
  private final WorkNotes notes;
  private final Instant since;

  /**
   * @param lease how long a right to work lasts
   * @param attempts take-overs of one step before giving up
   * @param step longest time for a step
   * @param retention how long an ended run is kept
   */
  public record Limits(
      Supplier<Duration> lease,
      Supplier<Integer> attempts,
      Supplier<Duration> step,
      Supplier<Duration> retention) {}

  /**
   * @param holder this incarnation of this node
   * @param steps finds the steps of a run, or empty while a module has not registered them
   * @param executions makes the work on a run
   */
  public Upkeep(
      Journal journal,
      LocalRuns local,
      InstantSource wall,
      String holder,
      Limits limits,
      Function<JournaledRun, Optional<List<RunStep>>> steps,
      Function<JournaledRun, Function<List<RunStep>, RunExecution>> executions,
      WorkNotes notes) {
    this.journal = journal;
    this.local = local;
    this.wall = wall;
    this.holder = holder;
    this.limits = limits;
    this.steps = steps;
    this.executions = executions;
    this.notes = notes;
    this.since = wall.instant();
  }

  /** A lease for a run that begins or is taken up now. */
  public Lease lease() {
    return new Lease(holder, wall.instant().plus(limits.lease().get()));
  }

  /** One heartbeat. */
  public void beat() {
    failTheDead();
    local.dispatch();
    journal.renew(lease(), local.ids());
    noticeEnds();
    takeUp();
  }

  /** Tells workers whose run was ended or taken over elsewhere; cheap when there are none. */
  public void noticeEnds() {
    var here = local.works();
    if (here.isEmpty()) {
      return;
    }
    Map<UUID, Head> heads =
        journal.heads(local.ids()).stream().collect(Collectors.toMap(Head::run, h -> h));
    for (LocalRuns.Work work : here) {
      Head head = heads.get(work.execution().id());
      if (head == null || head.status() != RunStatus.RUNNING) {
        local.stop(work.execution().id(), Stop.ENDED);
      } else if (head.fence() != work.execution().journaled().fence()) {
        local.stop(work.execution().id(), Stop.LOST);
      }
    }
  }

  private void failTheDead() {
    Instant now = wall.instant();
    for (LocalRuns.Work work : local.works()) {
      RunExecution execution = work.execution();
      if (work.threadIsGone()) {
        if (execution.stopped().isEmpty()) {
          execution.fail("unknown", "work_died", "The work died: its thread was lost.");
        }
        local.leave(work);
        continue;
      }
      Duration limit = limits.step().get();
      boolean tooLong = work.busySince().filter(from -> from.plus(limit).isBefore(now)).isPresent();
      if (tooLong && execution.stopped().isEmpty()) {
        execution.fail(
            "unknown", "work_died", "The work died: a step took more than " + limit + ".");
        local.stop(execution.id(), Stop.ENDED);
      }
    }
  }

  private void takeUp() {
    if (!local.hasRoom()) {
      return;
    }
    for (JournaledRun found : journal.abandoned(wall.instant(), AT_A_TIME)) {
      if (!local.hasRoom()) {
        return;
      }
      if (!local.has(found.id())) {
        Optional<List<RunStep>> known = steps.apply(found);
        if (known.isPresent() || wall.instant().isAfter(since.plus(GRACE))) {
          journal.claim(found, lease()).ifPresent(run -> resume(run, known));
        }
      }
    }
  }

  private void resume(JournaledRun run, Optional<List<RunStep>> known) {
    RunExecution execution = executions.apply(run).apply(known.orElse(List.of()));
    String step = run.step() < 0 ? "start" : run.steps().get(run.step());
    if (known.isEmpty()) {
      execution.fail(
          step,
          "work_died",
          "The work died with its server, and the server that took it up does not know all of"
              + " its steps "
              + run.steps()
              + ".");
      return;
    }
    int attempts = limits.attempts().get();
    if (run.attempt() > attempts) {
      execution.fail(
          step,
          "work_died",
          "The work died: step " + step + " was taken up again " + attempts + " times in vain.");
      return;
    }
    notes.takenUp(run.id(), step, run.attempt());
    local.take(execution);
  }

  /** Deletes runs that ended longer ago than they are kept. */
  public int retire() {
    Instant before = wall.instant().minus(limits.retention().get());
    int deleted = 0;
    int last;
    do {
      last = journal.deleteEndedBefore(before, AT_A_TIME);
      deleted += last;
    } while (last == AT_A_TIME);
    return deleted;
  }

  /** Gives up all work, so that another node or the next incarnation takes it up at once. */
  public void shutDown() {
    local.shutDown();
    journal.release(holder);
  }
}
