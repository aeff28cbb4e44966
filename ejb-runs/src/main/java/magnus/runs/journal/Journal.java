package magnus.runs.journal;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import magnus.runs.RunEvent;
import magnus.runs.RunStatus;

/**
 * Runs and their events, shared by all nodes. When a method that writes has returned, what it wrote
 * is committed and may be shown; when it throws, the caller does not know.
 */
public interface Journal {

  /**
   * Stores a new run with its first event; false, and nothing stored, when its owner has {@code
   * most} runs under way already.
   */
  boolean begin(JournaledRun run, Lease lease, RunEvent start, int most);

  Optional<JournaledRun> find(UUID run);

  /** Events after the sequence, in order. */
  List<RunEvent> events(UUID run, long after, int limit);

  /** How far these runs are; unknown ones are left out. */
  List<Head> heads(Collection<UUID> runs);

  /**
   * Appends the next event; false when the caller's fence is no longer the run's, or it has ended.
   *
   * @param progress share of the run's work that is done, 0–1
   * @param beginsStep whether the event is the first of its step
   */
  boolean append(RunEvent event, long fence, double progress, boolean beginsStep);

  /** Ends a run as its holder; empty when the run is lost or has ended. */
  Optional<RunEvent> end(UUID run, long fence, RunStatus how, Instant at, String payload);

  /** Cancels a run, whoever works on it; empty when it has ended. */
  Optional<RunEvent> cancel(UUID run, Instant at, String payload);

  /** Renews the holder's lease on those of the runs that it still holds. */
  void renew(Lease lease, Collection<UUID> runs);

  /** Gives up all that the holder works on. */
  void release(String holder);

  /** Runs under way that nobody works on, oldest first. */
  List<JournaledRun> abandoned(Instant now, int limit);

  /** Takes an abandoned run over; empty when another was faster. */
  Optional<JournaledRun> claim(JournaledRun found, Lease lease);

  /** Deletes runs that ended before, at most so many; how many it were. */
  int deleteEndedBefore(Instant instant, int limit);
}
