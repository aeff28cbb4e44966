package magnus.prefetch;

import java.time.Duration;
import java.util.List;
import magnus.basics.settings.Setting;

/** Settings of predictive loading; each is read at every use. */
public final class PrefetchSettings {

  /** How long visits are kept. */
  public static final Setting<Duration> RETENTION =
      Setting.duration(
          "magnus.prefetch.retention",
          "how long the visits of users who agreed to it are kept",
          Duration.ofDays(180),
          Duration.ofDays(1),
          Duration.ofDays(3_650));

  /** Visits and accesses that a user may send. */
  public static final Setting<Integer> VISITS_PER_MINUTE =
      Setting.integer(
          "magnus.prefetch.visits-per-minute",
          "how many visits and looks at symbols a user may send in a minute before he is told to"
              + " wait",
          600,
          10,
          100_000);

  /** The share of users for whom pages are loaded ahead. */
  public static final Setting<Double> SHARE =
      Setting.number(
          "magnus.prefetch.share",
          "for which share of users pages are loaded ahead, 0 to 1; the others are there to"
              + " compare with",
          0.9,
          0,
          1);

  /** The name of the comparison. */
  public static final Setting<String> COMPARISON =
      Setting.text(
          "magnus.prefetch.comparison",
          "the name of the comparison of users with and without pages loaded ahead; another name"
              + " draws the groups anew",
          "first",
          text -> !text.isBlank() && text.length() <= 60,
          "1 to 60 characters");

  /** Users that must have done the same before others are shown it. */
  public static final Setting<Integer> K =
      Setting.integer(
          "magnus.prefetch.k",
          "how many users must have gone the same way before it is predicted to others",
          5,
          1,
          20);

  /** The share of prefetched values that may end unused. */
  public static final Setting<Double> WASTE =
      Setting.number(
          "magnus.prefetch.waste",
          "which share of what is loaded ahead may end without anybody having used it",
          0.25,
          0.01,
          0.9);

  /** What a call of a source that nobody needed counts. */
  public static final Setting<Double> MILLIS_PER_CALL =
      Setting.number(
          "magnus.prefetch.millis-per-call",
          "what a call of a source for nothing counts, in milliseconds of a user's waiting; to be"
              + " raised where sources are paid by the call or limited",
          1,
          0,
          100_000);

  /** Calls for one user. */
  public static final Setting<Double> USER_CALLS =
      Setting.number(
          "magnus.prefetch.user-calls",
          "how many calls of sources a minute may be made ahead for one user",
          60,
          0,
          100_000);

  /** Requests of one user's browser. */
  public static final Setting<Double> USER_REQUESTS =
      Setting.number(
          "magnus.prefetch.user-requests",
          "how many requests a minute one user's browser may make ahead; they are answered from"
              + " what is there or was begun, and call no source themselves",
          240,
          0,
          100_000);

  /** Calls for all users. */
  public static final Setting<Double> TOTAL_CALLS =
      Setting.number(
          "magnus.prefetch.total-calls",
          "how many calls of sources a minute a node may make ahead for all users",
          1_200,
          0,
          1_000_000);

  /** From which load on nothing is loaded ahead. */
  public static final Setting<Double> OVERLOADED =
      Setting.number(
          "magnus.prefetch.overloaded",
          "from which share of the processors' time on nothing is loaded ahead; above 1 the"
              + " server's load does not count at all",
          0.85,
          0.01,
          2);

  /** How long counts of statements are kept. */
  public static final Setting<Duration> STATEMENT_RETENTION =
      Setting.duration(
          "magnus.prefetch.statement-retention",
          "how long counts of the statements that were run are kept, by quarters of an hour",
          Duration.ofDays(28),
          Duration.ofDays(1),
          Duration.ofDays(400));

  /** Whether queries are computed ahead of busy hours. */
  public static final Setting<Boolean> PRECOMPUTE =
      Setting.flag(
          "magnus.prefetch.precompute",
          "whether what the busiest hour of the coming day is expected to ask for is computed"
              + " before it",
          true);

  /** How long before a busy hour. */
  public static final Setting<Duration> PRECOMPUTE_LEAD =
      Setting.duration(
          "magnus.prefetch.precompute-lead",
          "how long before a busy hour computing ahead of it begins",
          Duration.ofMinutes(20),
          Duration.ofMinutes(1),
          Duration.ofHours(6));

  /** The budget of loads of one precomputation. */
  public static final Setting<Integer> PRECOMPUTE_LOADS =
      Setting.integer(
          "magnus.prefetch.precompute-loads",
          "how many values are computed ahead of a busy hour at most",
          5_000,
          0,
          1_000_000);

  /** The room of what one precomputation loads. */
  public static final Setting<Integer> PRECOMPUTE_MEBIBYTES =
      Setting.integer(
          "magnus.prefetch.precompute-mebibytes",
          "how many mebibytes of the shelves may be taken by what is computed ahead of a busy hour",
          32,
          0,
          100_000);

  /** The least chance of being used. */
  public static final Setting<Double> PRECOMPUTE_CHANCE =
      Setting.number(
          "magnus.prefetch.precompute-chance",
          "the least chance of being asked for in the busy hour at which a value is computed ahead",
          0.5,
          0,
          1);

  /** The room of one table of summaries. */
  public static final Setting<Integer> SUMMARY_MEBIBYTES =
      Setting.integer(
          "magnus.prefetch.summary-mebibytes",
          "how many mebibytes of the database a table of summaries may take; a larger one is"
              + " dropped",
          16,
          0,
          100_000);

  private PrefetchSettings() {}

  /** All of them, for the check of unknown keys at start. */
  public static List<Setting<?>> all() {
    return List.of(
        RETENTION,
        VISITS_PER_MINUTE,
        SHARE,
        COMPARISON,
        K,
        WASTE,
        MILLIS_PER_CALL,
        USER_CALLS,
        USER_REQUESTS,
        TOTAL_CALLS,
        OVERLOADED,
        STATEMENT_RETENTION,
        PRECOMPUTE,
        PRECOMPUTE_LEAD,
        PRECOMPUTE_LOADS,
        PRECOMPUTE_MEBIBYTES,
        PRECOMPUTE_CHANCE,
        SUMMARY_MEBIBYTES);
  }
}
