package magnus.runs;

import java.time.Duration;
import java.util.List;
import magnus.basics.settings.Setting;

/** Settings of the run journal; each is read at every use, so a change counts at once. */
public final class RunSettings {

  /** How long a node's right to work on a run lasts without a heartbeat. */
  public static final Setting<Duration> LEASE =
      Setting.duration(
          "magnus.runs.lease",
          "how long a node may be silent before another takes its runs over; more than twice the"
              + " heartbeat",
          Duration.ofSeconds(20),
          Duration.ofSeconds(1),
          Duration.ofMinutes(10));

  /** How often a node renews its leases and looks for runs that nobody works on. */
  public static final Setting<Duration> HEARTBEAT =
      Setting.duration(
          "magnus.runs.heartbeat",
          "how often a node renews its leases and looks for abandoned runs",
          Duration.ofSeconds(5),
          Duration.ofMillis(100),
          Duration.ofMinutes(2));

  /** How often the journal is asked for news of runs that another node works on. */
  public static final Setting<Duration> POLL =
      Setting.duration(
          "magnus.runs.poll",
          "how often the journal is asked for events that another node has written",
          Duration.ofMillis(500),
          Duration.ofMillis(20),
          Duration.ofSeconds(30));

  /** How often a silent stream carries a comment, so that proxies keep it open. */
  public static final Setting<Duration> KEEP_ALIVE =
      Setting.duration(
          "magnus.runs.keep-alive",
          "how often an idle event stream carries a comment",
          Duration.ofSeconds(15),
          Duration.ofMillis(100),
          Duration.ofMinutes(5));

  /** How long a viewer may take nothing while there is something for it. */
  public static final Setting<Duration> STALL =
      Setting.duration(
          "magnus.runs.stall",
          "how long a viewer may take nothing before it is disconnected",
          Duration.ofMinutes(5),
          Duration.ofSeconds(1),
          Duration.ofHours(24));

  /** Runs of one user under way at once, on all nodes together. */
  public static final Setting<Integer> PER_USER =
      Setting.integer(
          "magnus.runs.per-user", "runs of one user that may be under way at once", 4, 1, 1_000);

  /** Runs that one node works on at once. */
  public static final Setting<Integer> AT_ONCE =
      Setting.integer("magnus.runs.at-once", "runs that a node works on at once", 8, 1, 1_000);

  /** Runs that wait for their turn on one node. */
  public static final Setting<Integer> QUEUE =
      Setting.integer(
          "magnus.runs.queue", "runs that may wait for their turn on a node", 64, 0, 100_000);

  /** Open streams of one user on one node. */
  public static final Setting<Integer> VIEWERS_PER_USER =
      Setting.integer(
          "magnus.runs.viewers-per-user",
          "event streams that one user may have open on a node",
          64,
          1,
          1_000_000);

  /** Take-overs of one step before the run is given up. */
  public static final Setting<Integer> ATTEMPTS =
      Setting.integer(
          "magnus.runs.attempts",
          "how often a step is taken up again after its worker vanished, before the run fails",
          5,
          1,
          100);

  /** Longest time for one step. */
  public static final Setting<Duration> STEP_LIMIT =
      Setting.duration(
          "magnus.runs.step-limit",
          "how long one step may take before the run fails",
          Duration.ofMinutes(15),
          Duration.ofSeconds(1),
          Duration.ofDays(1));

  /** Rest after each step; for tests, measurements and demonstrations. */
  public static final Setting<Duration> PACE =
      Setting.duration(
          "magnus.runs.pace",
          "how long a run rests after each step",
          Duration.ZERO,
          Duration.ZERO,
          Duration.ofMinutes(5));

  /** How long after an unexpected failure a step is run once more. */
  public static final Setting<Duration> RETRY_AFTER =
      Setting.duration(
          "magnus.runs.retry-after",
          "how long after an unexpected failure a step is run once more",
          Duration.ofSeconds(3),
          Duration.ZERO,
          Duration.ofMinutes(5));

  /** How long an ended run can still be read. */
  public static final Setting<Duration> RETENTION =
      Setting.duration(
          "magnus.runs.retention",
          "how long an ended run is kept",
          Duration.ofDays(30),
          Duration.ofSeconds(1),
          Duration.ofDays(3650));

  private RunSettings() {}

  /** All of them, for the check of unknown keys at start. */
  public static List<Setting<?>> all() {
    return List.of(
        LEASE,
        HEARTBEAT,
        POLL,
        KEEP_ALIVE,
        STALL,
        PER_USER,
        AT_ONCE,
        QUEUE,
        VIEWERS_PER_USER,
        ATTEMPTS,
        STEP_LIMIT,
        PACE,
        RETRY_AFTER,
        RETENTION);
  }
}
