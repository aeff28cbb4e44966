package magnus.runs;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import magnus.basics.settings.Setting;
import magnus.basics.time.Rounds;
import magnus.basics.time.WallClock;
import magnus.persistence.run.RunRepository;
import magnus.runs.execution.LocalRuns;
import magnus.runs.execution.RunExecution;
import magnus.runs.execution.Upkeep;
import magnus.runs.journal.Journal;
import magnus.runs.journal.JournaledRun;
import magnus.runs.viewing.Viewers;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Keeps this node's runs going, on the container's threads: puts the parts together at start, and
 * gives them their heartbeat. {@link Runs} is what callers use.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RunEngine {

  private static final Duration BETWEEN_RETIREMENTS = Duration.ofMinutes(10);

  @Inject private RunRepository repository;
  @Inject private Operations operations;
  @Inject private WallClock wall;
  @Inject private RunMetrics metrics;
  @Resource private ManagedExecutorService threads;
  @Resource private ManagedThreadFactory factory;

  private Journal journal;
  private LocalRuns local;
  private Viewers viewers;
  private Upkeep upkeep;
  private LoggedNotes notes;
  private Config config;
  private volatile Instant retired = Instant.EPOCH;
  private Rounds rounds;

  @PostConstruct
  void start() {
    config = ConfigProvider.getConfig();
    String node = Optional.ofNullable(System.getProperty("jboss.node.name")).orElse("node") + "/";
    String holder = node + UUID.randomUUID();
    notes = new LoggedNotes(metrics);
    journal = new RepositoryJournal(repository);
    local =
        new LocalRuns(
            threads, () -> setting(RunSettings.AT_ONCE), () -> setting(RunSettings.QUEUE), wall);
    viewers =
        new Viewers(
            journal,
            wall,
            threads,
            () -> setting(RunSettings.VIEWERS_PER_USER),
            RunLog.LOG::viewerFailed);
    upkeep =
        new Upkeep(
            journal,
            local,
            wall,
            holder,
            new Upkeep.Limits(
                () -> setting(RunSettings.LEASE),
                () -> setting(RunSettings.ATTEMPTS),
                () -> setting(RunSettings.STEP_LIMIT),
                () -> setting(RunSettings.RETENTION)),
            this::steps,
            this::execution,
            notes);
    repository.lapse(node, holder, wall.instant());
    rounds = new Rounds(factory);
    again(RunSettings.HEARTBEAT, this::beat);
    again(RunSettings.POLL, this::poll);
    again(
        RunSettings.KEEP_ALIVE,
        () -> viewers.tick(setting(RunSettings.KEEP_ALIVE), setting(RunSettings.STALL)));
    RunLog.LOG.ready(holder, operations.names());
  }

  private void again(Setting<Duration> interval, Runnable task) {
    rounds.every(setting(interval), () -> setting(interval), task, notes::upkeepFailed);
  }

  @PreDestroy
  void stop() {
    rounds.stop();
    try {
      upkeep.shutDown();
    } catch (RuntimeException e) {
      // The server takes modules down side by side: the repository may be gone already.
      RunLog.LOG.notReleased(e.toString());
    }
  }

  private void beat() {
    upkeep.beat();
    if (retired.plus(BETWEEN_RETIREMENTS).isBefore(wall.instant())) {
      retired = wall.instant();
      int deleted = upkeep.retire();
      if (deleted > 0) {
        RunLog.LOG.retired(deleted);
      }
    }
  }

  private void poll() {
    upkeep.noticeEnds();
    viewers.poll(local::has);
  }

  /** The steps that a run began with; empty while not all of them are registered. */
  private Optional<List<RunStep>> steps(JournaledRun run) {
    Map<String, RunStep> known =
        operations.steps(run.run().operation()).stream()
            .collect(Collectors.toMap(RunStep::name, s -> s, (a, b) -> a));
    List<RunStep> found = new ArrayList<>();
    for (String name : run.steps()) {
      RunStep step = known.get(name);
      if (step == null) {
        return Optional.empty();
      }
      found.add(step);
    }
    return Optional.of(found);
  }

  private Function<List<RunStep>, RunExecution> execution(JournaledRun run) {
    return steps ->
        new RunExecution(
            run,
            steps,
            new RunExecution.Surroundings(
                journal,
                wall,
                () -> setting(RunSettings.PACE),
                () -> setting(RunSettings.RETRY_AFTER),
                this::committed,
                notes));
  }

  private void committed(RunEvent event) {
    metrics.count(event);
    viewers.committed(event);
  }

  /** A setting's value in force. */
  public <T> T setting(Setting<T> setting) {
    return setting.from(key -> config.getOptionalValue(key, String.class));
  }

  /**
   * Journals a run and hands it to a thread.
   *
   * @param most runs of one owner under way on all nodes
   * @return false, and nothing done, when its owner has so many already
   */
  public boolean begin(JournaledRun run, List<RunStep> steps, RunEvent start, int most) {
    if (!journal.begin(run, upkeep.lease(), start, most)) {
      return false;
    }
    metrics.countStart();
    committed(start);
    local.take(execution(run).apply(steps));
    return true;
  }

  /** Writes the last event of a run that its owner cancels, and tells its worker if it is here. */
  public void cancel(UUID run, Instant at) {
    journal.cancel(run, at, "{}").ifPresent(this::committed);
    local.ended(run);
  }

  /** Whether one more run would be worked on or may wait. */
  public boolean hasRoom() {
    return local.hasRoom();
  }

  /** All viewers on this node. */
  public Viewers viewers() {
    return viewers;
  }

  /** Runs that have a thread of this node. */
  public int executing() {
    return local.executing();
  }

  /** Runs that wait for a thread of this node. */
  public int waiting() {
    return local.waiting();
  }

  /** Open streams on this node. */
  public int viewerCount() {
    return viewers.count();
  }
}
