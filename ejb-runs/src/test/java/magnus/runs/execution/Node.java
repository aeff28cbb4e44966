package magnus.runs.execution;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import magnus.identity.Caller;
import magnus.identity.Role;
import magnus.runs.Run;
import magnus.runs.RunEvent;
import magnus.runs.RunStatus;
import magnus.runs.RunStep;
import magnus.runs.journal.Journal;
import magnus.runs.journal.JournaledRun;
import magnus.runs.viewing.Viewers;

/** One server as far as runs go: workers, upkeep and viewers over a journal. */
public final class Node {

  public static final Caller ANN = new Caller(new UUID(1, 1), "ann", Set.of(Role.USER));
  public static final Duration LEASE = Duration.ofSeconds(20);
  public static final Duration STEP_LIMIT = Duration.ofMinutes(15);

  public final Journal journal;
  public final TestClock clock;
  public final RecordedNotes notes = new RecordedNotes();
  public final LocalRuns local;
  public final Upkeep upkeep;
  public final Viewers viewers;
  public final List<RuntimeException> failures = new ArrayList<>();
  public final List<RunEvent> committed = new CopyOnWriteArrayList<>();
  public int atOnce = 4;
  public int queue = 4;
  private List<RunStep> steps;

  public Node(
      String name,
      Journal journal,
      TestClock clock,
      ExecutorService threads,
      List<? extends RunStep> steps) {
    this.journal = journal;
    this.clock = clock;
    this.steps = List.copyOf(steps);
    this.local = new LocalRuns(threads, () -> atOnce, () -> queue, clock);
    this.viewers =
        new Viewers(journal, clock, threads, () -> 10_000, (run, cause) -> failures.add(cause));
    this.upkeep =
        new Upkeep(
            journal,
            local,
            clock,
            name,
            new Upkeep.Limits(() -> LEASE, () -> 5, () -> STEP_LIMIT, () -> Duration.ofDays(30)),
            run -> Optional.of(this.steps).filter(s -> names(s).equals(run.steps())),
            run -> found -> execution(run, found),
            notes);
  }

  /** The modules register other steps. */
  public void register(List<RunStep> others) {
    steps = List.copyOf(others);
  }

  private static List<String> names(List<RunStep> steps) {
    return steps.stream().map(RunStep::name).toList();
  }

  private RunExecution execution(JournaledRun run, List<RunStep> of) {
    return new RunExecution(
        run,
        of,
        new RunExecution.Surroundings(
            journal,
            clock,
            () -> Duration.ZERO,
            () -> Duration.ZERO,
            event -> {
              committed.add(event);
              viewers.committed(event);
            },
            notes));
  }

  /** Starts a run. */
  public UUID start() {
    return start(UUID.randomUUID());
  }

  public UUID start(UUID id) {
    JournaledRun run = journal(id);
    local.take(execution(run, steps));
    return id;
  }

  /** Journals a run's beginning, as if the node died before its first step. */
  public JournaledRun journal(UUID id) {
    Instant now = clock.instant();
    Run run =
        new Run(id, "test", Map.of("a", "b"), RunStatus.RUNNING, 0, now, now, Optional.empty(), 1);
    JournaledRun journaled = new JournaledRun(run, ANN, names(steps), -1, 1, 0);
    RunEvent start = new RunEvent(id, 1, -1, RunEvent.START, now, "{\"operation\":\"test\"}");
    journal.begin(journaled, upkeep.lease(), start, Integer.MAX_VALUE);
    return journaled;
  }

  /** All events of a run so far. */
  public static List<RunEvent> events(Journal journal, UUID run) {
    return new ArrayList<>(journal.events(run, 0, Integer.MAX_VALUE));
  }
}
