package magnus.runs;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import magnus.basics.json.Json;
import magnus.basics.problem.Refusal;
import magnus.basics.time.MarketClock;
import magnus.basics.time.WallClock;
import magnus.identity.Caller;
import magnus.persistence.run.RunRepository;
import magnus.persistence.run.StoredRun;
import magnus.runs.execution.EventText;
import magnus.runs.journal.JournaledRun;
import org.jspecify.annotations.Nullable;

/**
 * Starts runs and lets their owners see, watch and cancel them. To anybody else they do not exist.
 */
@ApplicationScoped
public class Runs {

  /** Events among which an emitted one is looked for. */
  private static final int MOST_SEARCHED = 1_000;

  @Inject private RunEngine engine;
  @Inject private RunRepository repository;
  @Inject private Operations operations;
  @Inject private WallClock wall;
  @Inject private MarketClock market;

  /**
   * One page of runs.
   *
   * @param next the last run of the page, to be given as {@code before} for the next one; empty on
   *     the last page
   */
  public record Page(List<Run> items, Optional<UUID> next) {}

  /**
   * Starts a run; its {@code start} event is committed when this returns.
   *
   * @throws Refusal when there is no such operation, its guard refuses, or too much is under way
   */
  public Run start(Caller caller, String operation, Map<String, String> parameters) {
    Operation known =
        operations.find(operation).orElseThrow(() -> Refusal.unknown("operation", operation));
    Map<String, String> checked = known.guard().check(caller, parameters);
    List<RunStep> steps = operations.steps(operation);
    admit();
    Instant now = wall.instant().truncatedTo(ChronoUnit.MILLIS);
    Instant asOf = market.instant().truncatedTo(ChronoUnit.MILLIS);
    Run run =
        new Run(
            UUID.randomUUID(),
            operation,
            checked,
            RunStatus.RUNNING,
            0,
            asOf,
            now,
            Optional.empty(),
            1);
    List<String> names = steps.stream().map(RunStep::name).toList();
    Map<String, Object> payload = new LinkedHashMap<>();
    payload.put("operation", operation);
    payload.put("parameters", checked);
    payload.put("asOf", asOf);
    payload.put("steps", names);
    RunEvent start =
        new RunEvent(run.id(), 1, -1, RunEvent.START, now, EventText.of(RunEvent.START, payload));
    int perUser = engine.setting(RunSettings.PER_USER);
    if (!engine.begin(new JournaledRun(run, caller, names, -1, 1, 0), steps, start, perUser)) {
      throw Refusal.tooMany(
          "too-many-runs",
          "You have " + perUser + " runs under way already; wait for one or cancel one.",
          5);
    }
    return run;
  }

  private void admit() {
    if (!engine.hasRoom()) {
      throw Refusal.of(
          Refusal.Kind.UNAVAILABLE,
          "runs-are-full",
          "The server has as many runs under way and waiting as it may; try again in a while.");
    }
  }

  /**
   * The caller's run.
   *
   * @throws Refusal when there is no such run of the caller
   */
  public Run get(Caller caller, UUID run) {
    return RepositoryJournal.run(stored(caller, run));
  }

  private StoredRun stored(Caller caller, UUID run) {
    return repository
        .find(run)
        .filter(r -> r.owner().id().equals(caller.id()))
        .orElseThrow(() -> Refusal.unknown("run", run));
  }

  /**
   * The caller's runs, newest first.
   *
   * @param before the run after which the page begins, or null for the first page
   * @param limit runs on the page
   */
  public Page list(Caller caller, @Nullable UUID before, int limit) {
    Instant startedBefore = before == null ? null : stored(caller, before).startedAt();
    List<Run> found =
        repository.findByOwner(caller.id(), startedBefore, before, limit + 1).stream()
            .map(RepositoryJournal::run)
            .toList();
    if (found.size() <= limit) {
      return new Page(found, Optional.empty());
    }
    List<Run> items = found.subList(0, limit);
    return new Page(items, Optional.of(items.get(limit - 1).id()));
  }

  /**
   * What the caller's run has emitted of that type, the first of them; empty where there is none.
   *
   * @param as the payload's record
   * @throws Refusal when there is no such run of the caller
   */
  public <T> Optional<T> emitted(Caller caller, UUID run, String type, Class<T> as) {
    stored(caller, run);
    return repository.findEvents(run, 0, MOST_SEARCHED).stream()
        .filter(event -> event.type().equals(type))
        .findFirst()
        .map(event -> read(event.payload(), as));
  }

  private static <T> T read(String payload, Class<T> as) {
    try {
      return Json.mapper().readValue(payload, as);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a journaled payload is no " + as.getSimpleName(), e);
    }
  }

  /** Cancels the caller's run, whichever node works on it; nothing happens when it has ended. */
  public void cancel(Caller caller, UUID run) {
    stored(caller, run);
    engine.cancel(run, wall.instant().truncatedTo(ChronoUnit.MILLIS));
  }

  /**
   * Streams the events of the caller's run that follow a sequence, then those to come. The viewer
   * is first written to when {@link Viewing#wake} is called.
   *
   * @return empty when the run has ended and nothing follows
   * @throws Refusal when there is no such run of the caller, it has not come to that sequence, or
   *     the caller has too many streams open
   */
  public Optional<Viewing> watch(Caller caller, UUID run, long after, RunViewer viewer) {
    long last = stored(caller, run).lastSequence();
    if (after < 0 || after > last) {
      throw Refusal.malformed("after", after, "a sequence from 0 to " + last + " of run " + run);
    }
    return engine.viewers().open(run, caller.id(), after, viewer);
  }
}
