package magnus.runs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import magnus.basics.json.Json;
import magnus.identity.Caller;
import magnus.identity.Role;
import magnus.persistence.run.RunRepository;
import magnus.persistence.run.StoredEvent;
import magnus.persistence.run.StoredRun;
import magnus.persistence.run.StoredStatus;
import magnus.runs.journal.Head;
import magnus.runs.journal.Journal;
import magnus.runs.journal.JournaledRun;
import magnus.runs.journal.Lease;

/** The journal in the database. */
final class RepositoryJournal implements Journal {

  private final RunRepository runs;

  RepositoryJournal(RunRepository runs) {
    this.runs = runs;
  }

  @Override
  public boolean begin(JournaledRun run, Lease lease, RunEvent start, int most) {
    StoredRun.Owner owner =
        new StoredRun.Owner(
            run.caller().id(),
            run.caller().name(),
            run.caller().roles().stream()
                .map(Role::name)
                .sorted()
                .collect(Collectors.joining(",")));
    return runs.begin(
        new StoredRun(
            run.id(),
            owner,
            run.run().operation(),
            write(run.parameters()),
            String.join(",", run.steps()),
            run.asOf(),
            run.run().startedAt(),
            stored(lease)),
        stored(start),
        most);
  }

  @Override
  public Optional<JournaledRun> find(UUID run) {
    return runs.find(run).map(RepositoryJournal::journaled);
  }

  @Override
  public List<RunEvent> events(UUID run, long after, int limit) {
    return runs.findEvents(run, after, limit).stream().map(RepositoryJournal::event).toList();
  }

  @Override
  public List<Head> heads(Collection<UUID> ids) {
    return runs.findHeads(ids).stream()
        .map(h -> new Head(h.id(), status(h.status()), h.lastSequence(), h.fence()))
        .toList();
  }

  @Override
  public boolean append(RunEvent event, long fence, double progress, boolean beginsStep) {
    return runs.append(stored(event), fence, progress, beginsStep);
  }

  @Override
  public Optional<RunEvent> end(UUID run, long fence, RunStatus how, Instant at, String payload) {
    String type = how == RunStatus.COMPLETE ? RunEvent.COMPLETE : RunEvent.FAILED;
    return runs.end(
            run,
            fence,
            StoredStatus.valueOf(how.name()),
            new RunRepository.Ending(type, at, payload))
        .map(RepositoryJournal::event);
  }

  @Override
  public Optional<RunEvent> cancel(UUID run, Instant at, String payload) {
    return runs.cancel(run, new RunRepository.Ending(RunEvent.CANCELLED, at, payload))
        .map(RepositoryJournal::event);
  }

  @Override
  public void renew(Lease lease, Collection<UUID> ids) {
    runs.renew(lease.holder(), ids, lease.until());
  }

  @Override
  public void release(String holder) {
    runs.release(holder);
  }

  @Override
  public List<JournaledRun> abandoned(Instant now, int limit) {
    return runs.findAbandoned(now, limit).stream().map(RepositoryJournal::journaled).toList();
  }

  @Override
  public Optional<JournaledRun> claim(JournaledRun found, Lease lease) {
    return runs.claim(found.id(), found.fence(), stored(lease)).map(RepositoryJournal::journaled);
  }

  @Override
  public int deleteEndedBefore(Instant instant, int limit) {
    return runs.deleteEndedBefore(instant, limit);
  }

  static Run run(StoredRun run) {
    return new Run(
        run.id(),
        run.operation(),
        read(run.parameters()),
        status(run.status()),
        run.progress(),
        run.asOf(),
        run.startedAt(),
        run.endedAt(),
        run.lastSequence());
  }

  private static JournaledRun journaled(StoredRun run) {
    Set<Role> roles =
        Arrays.stream(run.owner().roles().split(","))
            .map(Role::valueOf)
            .collect(Collectors.toSet());
    return new JournaledRun(
        run(run),
        new Caller(run.owner().id(), run.owner().name(), roles),
        List.of(run.steps().split(",")),
        run.stepIndex(),
        run.fence(),
        run.attempt());
  }

  private static RunEvent event(StoredEvent e) {
    return new RunEvent(e.runId(), e.sequence(), e.stepIndex(), e.type(), e.at(), e.payload());
  }

  private static StoredEvent stored(RunEvent e) {
    return new StoredEvent(e.run(), e.sequence(), e.step(), e.type(), e.at(), e.payload());
  }

  private static StoredRun.Lease stored(Lease lease) {
    return new StoredRun.Lease(lease.holder(), lease.until());
  }

  private static RunStatus status(StoredStatus status) {
    return RunStatus.valueOf(status.name());
  }

  private static String write(Map<String, String> parameters) {
    try {
      return Json.mapper().writeValueAsString(parameters);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, String> read(String parameters) {
    try {
      return Json.mapper().readValue(parameters, new TypeReference<Map<String, String>>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("parameters of a run are no JSON: " + parameters, e);
    }
  }
}
