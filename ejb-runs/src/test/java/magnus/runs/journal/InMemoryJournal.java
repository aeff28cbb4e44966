package magnus.runs.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import magnus.runs.Run;
import magnus.runs.RunEvent;
import magnus.runs.RunStatus;
import org.jspecify.annotations.Nullable;

/**
 * The journal's promises kept in memory; what is in it survives the "death" of whatever uses it.
 */
public final class InMemoryJournal implements Journal {

  private static final class Row {
    private JournaledRun run;
    private @Nullable String holder;
    private @Nullable Instant until;
    private final List<RunEvent> events = new ArrayList<>();

    Row(JournaledRun run) {
      this.run = run;
    }
  }

  private final Map<UUID, Row> rows = new LinkedHashMap<>();
  private int reads;
  private boolean down;

  /** Lets every call throw, as with a database that is away. */
  public synchronized void down(boolean now) {
    down = now;
  }

  /** How often events were read. */
  public synchronized int reads() {
    return reads;
  }

  private void look() {
    if (down) {
      throw new IllegalStateException("the database is away");
    }
  }

  @Override
  public synchronized boolean begin(JournaledRun run, Lease lease, RunEvent start, int most) {
    look();
    long under =
        rows.values().stream()
            .filter(r -> r.run.caller().id().equals(run.caller().id()))
            .filter(r -> r.run.run().status() == RunStatus.RUNNING)
            .count();
    if (under >= most) {
      return false;
    }
    Row row = new Row(run);
    row.holder = lease.holder();
    row.until = lease.until();
    row.events.add(start);
    rows.put(run.id(), row);
    return true;
  }

  @Override
  public synchronized Optional<JournaledRun> find(UUID run) {
    look();
    return Optional.ofNullable(rows.get(run)).map(r -> r.run);
  }

  @Override
  public synchronized List<RunEvent> events(UUID run, long after, int limit) {
    look();
    reads++;
    Row row = rows.get(run);
    return row == null
        ? List.of()
        : row.events.stream().filter(e -> e.sequence() > after).limit(limit).toList();
  }

  @Override
  public synchronized List<Head> heads(Collection<UUID> runs) {
    look();
    return runs.stream()
        .map(rows::get)
        .filter(r -> r != null)
        .map(r -> new Head(r.run.id(), r.run.run().status(), r.events.size(), r.run.fence()))
        .toList();
  }

  @Override
  public synchronized boolean append(
      RunEvent event, long fence, double progress, boolean beginsStep) {
    look();
    Row row = rows.get(event.run());
    if (row == null
        || row.run.fence() != fence
        || row.run.run().status() != RunStatus.RUNNING
        || event.sequence() != row.events.size() + 1) {
      return false;
    }
    row.events.add(event);
    change(row, RunStatus.RUNNING, progress, event, fence, beginsStep ? 0 : row.run.attempt());
    return true;
  }

  private static void change(
      Row row, RunStatus status, double progress, RunEvent last, long fence, int attempt) {
    Run run = row.run.run();
    row.run =
        new JournaledRun(
            new Run(
                run.id(),
                run.operation(),
                run.parameters(),
                status,
                progress,
                run.asOf(),
                run.startedAt(),
                status == RunStatus.RUNNING ? Optional.empty() : Optional.of(last.at()),
                last.sequence()),
            row.run.caller(),
            row.run.steps(),
            status == RunStatus.RUNNING ? last.step() : row.run.step(),
            fence,
            attempt);
  }

  @Override
  public synchronized Optional<RunEvent> end(
      UUID run, long fence, RunStatus how, Instant at, String payload) {
    look();
    Row row = rows.get(run);
    return row == null || row.run.fence() != fence
        ? Optional.empty()
        : end(row, how, how.name().toLowerCase(java.util.Locale.ROOT), at, payload);
  }

  @Override
  public synchronized Optional<RunEvent> cancel(UUID run, Instant at, String payload) {
    look();
    Row row = rows.get(run);
    return row == null
        ? Optional.empty()
        : end(row, RunStatus.CANCELLED, RunEvent.CANCELLED, at, payload);
  }

  private static Optional<RunEvent> end(
      Row row, RunStatus how, String type, Instant at, String payload) {
    if (row.run.run().status() != RunStatus.RUNNING) {
      return Optional.empty();
    }
    RunEvent last =
        new RunEvent(
            row.run.id(), row.events.size() + 1L, row.run.steps().size(), type, at, payload);
    row.events.add(last);
    change(row, how, 1, last, row.run.fence() + 1, row.run.attempt());
    row.holder = null;
    return Optional.of(last);
  }

  @Override
  public synchronized void renew(Lease lease, Collection<UUID> runs) {
    look();
    for (UUID run : runs) {
      Row row = rows.get(run);
      if (row != null && lease.holder().equals(row.holder)) {
        row.until = lease.until();
      }
    }
  }

  @Override
  public synchronized void release(String holder) {
    look();
    for (Row row : rows.values()) {
      if (holder.equals(row.holder)) {
        row.holder = null;
        refence(row, row.run.attempt());
      }
    }
  }

  private static void refence(Row row, int attempt) {
    JournaledRun run = row.run;
    row.run =
        new JournaledRun(
            run.run(), run.caller(), run.steps(), run.step(), run.fence() + 1, attempt);
  }

  @Override
  public synchronized List<JournaledRun> abandoned(Instant now, int limit) {
    look();
    return rows.values().stream()
        .filter(r -> r.run.run().status() == RunStatus.RUNNING)
        .filter(r -> r.holder == null || (r.until != null && r.until.isBefore(now)))
        .map(r -> r.run)
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized Optional<JournaledRun> claim(JournaledRun found, Lease lease) {
    look();
    Row row = rows.get(found.id());
    if (row == null
        || row.run.fence() != found.fence()
        || row.run.run().status() != RunStatus.RUNNING) {
      return Optional.empty();
    }
    refence(row, row.holder == null ? row.run.attempt() : row.run.attempt() + 1);
    row.holder = lease.holder();
    row.until = lease.until();
    return Optional.of(row.run);
  }

  @Override
  public synchronized int deleteEndedBefore(Instant instant, int limit) {
    look();
    List<UUID> old =
        rows.values().stream()
            .map(r -> r.run.run())
            .filter(r -> r.endedAt().filter(instant::isAfter).isPresent())
            .map(Run::id)
            .limit(limit)
            .toList();
    old.forEach(rows::remove);
    return old.size();
  }
}
