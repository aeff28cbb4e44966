package magnus.runs.execution;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import magnus.runs.RunEvent;
import magnus.runs.RunStatus;
import magnus.runs.journal.Head;
import magnus.runs.journal.Journal;
import magnus.runs.journal.JournaledRun;
import magnus.runs.journal.Lease;

/**
 * The journal as a process sees it that dies at its so many-th write: just before the commit or
 * just after it. From then on nothing that the process does reaches the journal.
 */
final class MortalJournal implements Journal {

  private final Journal journal;
  private final boolean afterCommit;
  private int writesLeft;
  private boolean dead;

  MortalJournal(Journal journal, int writes, boolean afterCommit) {
    this.journal = journal;
    this.writesLeft = writes;
    this.afterCommit = afterCommit;
  }

  private void live() {
    if (dead) {
      throw new IllegalStateException("this process is dead");
    }
  }

  private boolean dies() {
    live();
    return writesLeft-- == 0;
  }

  private <R> R write(java.util.function.Supplier<R> work) {
    if (dies()) {
      if (afterCommit) {
        work.get();
      }
      dead = true;
      live();
    }
    return work.get();
  }

  @Override
  public boolean begin(JournaledRun run, Lease lease, RunEvent start, int most) {
    live();
    return journal.begin(run, lease, start, most);
  }

  @Override
  public Optional<JournaledRun> find(UUID run) {
    live();
    return journal.find(run);
  }

  @Override
  public List<RunEvent> events(UUID run, long after, int limit) {
    live();
    return journal.events(run, after, limit);
  }

  @Override
  public List<Head> heads(Collection<UUID> runs) {
    live();
    return journal.heads(runs);
  }

  @Override
  public boolean append(RunEvent event, long fence, double progress, boolean beginsStep) {
    return write(() -> journal.append(event, fence, progress, beginsStep));
  }

  @Override
  public Optional<RunEvent> end(UUID run, long fence, RunStatus how, Instant at, String payload) {
    return write(() -> journal.end(run, fence, how, at, payload));
  }

  @Override
  public Optional<RunEvent> cancel(UUID run, Instant at, String payload) {
    return write(() -> journal.cancel(run, at, payload));
  }

  @Override
  public void renew(Lease lease, Collection<UUID> runs) {
    live();
    journal.renew(lease, runs);
  }

  @Override
  public void release(String holder) {
    live();
    journal.release(holder);
  }

  @Override
  public List<JournaledRun> abandoned(Instant now, int limit) {
    live();
    return journal.abandoned(now, limit);
  }

  @Override
  public Optional<JournaledRun> claim(JournaledRun found, Lease lease) {
    live();
    return journal.claim(found, lease);
  }

  @Override
  public int deleteEndedBefore(Instant instant, int limit) {
    live();
    return journal.deleteEndedBefore(instant, limit);
  }
}
