package magnus.cache;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import magnus.basics.settings.Setting;
import magnus.cache.event.learned.Decisions;
import magnus.cache.freshness.ErrorBoundedPolicy;
import magnus.cache.freshness.FixedPolicy;
import magnus.cache.freshness.RulePolicy;

/** Settings of the cache; each is read at every use, so a change counts from the next load. */
public final class CacheSettings {

  private static final Set<String> POLICIES =
      Set.of(RulePolicy.NAME, ErrorBoundedPolicy.NAME, FixedPolicy.NAME);

  /** Who chooses how long a value counts as fresh. */
  public static final Setting<String> POLICY =
      Setting.text(
          "magnus.cache.policy",
          "who chooses how long a cached value counts as fresh: rule (a base by data type with"
              + " factors), error-bounded (as long as its expected error allows) or fixed (the"
              + " base alone)",
          ErrorBoundedPolicy.NAME,
          POLICIES::contains,
          "rule, error-bounded or fixed");

  /**
   * By how much a served value may be expected to be wrong, for a call of the source that costs 1;
   * as many times as much where a call costs more ({@link DataType#callCost}). That makes the sum
   * of errors least for a sum of costs; docs/decisions/lifespans.md has what others cost.
   */
  public static final Setting<Double> EPSILON =
      Setting.number(
          "magnus.cache.epsilon-bp",
          "by how many basis points a served value may be expected to be wrong, under the"
              + " error-bounded policy, as many times as its call of the source costs: a quote"
              + " 0.3, a sector 0.75, an option chain 1, positions 1.25, analytics 3",
          3.5,
          0.1,
          1_000);

  /** Who decides whether an event drops an entry. */
  public static final Setting<String> DECISION =
      Setting.text(
          "magnus.cache.decision",
          "who decides whether an event drops an entry that it touches: rule, or learned (which"
              + " decides where it beat the rule on held-out dates, and leaves the rest to the rule)",
          Decisions.LEARNED,
          Set.of(Decisions.RULE, Decisions.LEARNED)::contains,
          "rule or learned");

  /** Loads ahead of an entry's end that may begin in a second, on a node. */
  public static final Setting<Integer> AHEAD_PER_SECOND =
      Setting.integer(
          "magnus.cache.ahead-per-second",
          "how many entries that are about to end and asked for often a node loads anew in a"
              + " second, before anybody waits for them; 0 for none",
          50,
          0,
          10_000);

  /** What such a load must save. */
  public static final Setting<Double> AHEAD_WORTH =
      Setting.number(
          "magnus.cache.ahead-worth",
          "how many times its own cost the hits that are expected of a load ahead must save",
          3,
          1,
          1_000);

  /** How long events and what they reached are remembered. */
  public static final Setting<Duration> EVENTS_KEPT =
      Setting.duration(
          "magnus.cache.events-kept",
          "how long events and what they reached in the cache are remembered",
          Duration.ofDays(30),
          Duration.ofHours(1),
          Duration.ofDays(3_650));

  /** Whether shelves are warmed before the open. */
  public static final Setting<Boolean> WARMING =
      Setting.flag(
          "magnus.cache.warming",
          "whether shelves are warmed at 09:00 and 09:25 New York time on trading days",
          true);

  /** The budget of loads of one warming. */
  public static final Setting<Integer> WARMING_LOADS =
      Setting.integer(
          "magnus.cache.warming-loads", "how many values one warming may load", 2_000, 1, 100_000);

  /** The budget of time of one warming. */
  public static final Setting<Duration> WARMING_TIME =
      Setting.duration(
          "magnus.cache.warming-time",
          "how long one warming may take, by the wall clock",
          Duration.ofMinutes(4),
          Duration.ofSeconds(1),
          Duration.ofHours(1));

  private static final Map<DataType, Setting<Double>> EPSILONS = epsilons();

  private CacheSettings() {}

  /** The bound of one type; 0, its default, takes {@link #EPSILON}. */
  public static Setting<Double> epsilon(DataType type) {
    Setting<Double> setting = EPSILONS.get(type);
    if (setting == null) {
      throw new IllegalArgumentException(type + " has no error in basis points");
    }
    return setting;
  }

  /**
   * The bound in force for a type, in basis points.
   *
   * @param settings finds the configured text of a key
   */
  public static double epsilonInForce(DataType type, Function<String, Optional<String>> settings) {
    double own = epsilon(type).from(settings);
    return own > 0 ? own : EPSILON.from(settings) * type.callCost();
  }

  /** All of them, for the check of unknown keys at start. */
  public static List<Setting<?>> all() {
    List<Setting<?>> all =
        new ArrayList<>(
            List.of(
                POLICY,
                EPSILON,
                DECISION,
                AHEAD_PER_SECOND,
                AHEAD_WORTH,
                EVENTS_KEPT,
                WARMING,
                WARMING_LOADS,
                WARMING_TIME));
    all.addAll(EPSILONS.values());
    return all;
  }

  private static Map<DataType, Setting<Double>> epsilons() {
    Map<DataType, Setting<Double>> settings = new EnumMap<>(DataType.class);
    for (DataType type : DataType.values()) {
      if (type.errorUnit() == DataType.ErrorUnit.BASIS_POINTS) {
        String word = type.name().toLowerCase(Locale.ROOT).replace('_', '-');
        settings.put(
            type,
            Setting.number(
                EPSILON.key() + "." + word,
                "the bound of " + word + " as it is, whatever a call costs; 0 takes that of all",
                0,
                0,
                1_000));
      }
    }
    return Collections.unmodifiableMap(settings);
  }
}
