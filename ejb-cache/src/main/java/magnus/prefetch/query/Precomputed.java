package magnus.prefetch.query;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import magnus.prefetch.PrecomputationReport;

/** The values that a turn computed, until each is used or has ended. Safe for many threads. */
public final class Precomputed {

  private final List<Waiting> waiting = new ArrayList<>();
  private final TreeMap<String, Sum> sums = new TreeMap<>();

  private record Waiting(
      PrecomputationPlan.Pick pick, double loadMillis, Instant ends, BooleanSupplier used) {}

  private static final class Sum {
    int loaded;
    int used;
    int wasted;
    double statements;
    double millis;
  }

  /**
   * A value was computed.
   *
   * @param ends when it is fresh no more
   * @param used whether somebody was served it
   */
  public synchronized void add(
      PrecomputationPlan.Pick pick, double loadMillis, Instant ends, BooleanSupplier used) {
    waiting.add(new Waiting(pick, loadMillis, ends, used));
    sums.computeIfAbsent(pick.place().shelf(), s -> new Sum()).loaded++;
  }

  /**
   * Settles what was used or has ended.
   *
   * @param over whether the hour is: then nothing waits any more
   */
  public synchronized void settle(Instant now, boolean over) {
    waiting.removeIf(
        one -> {
          boolean used = one.used().getAsBoolean();
          if (!used && !over && one.ends().isAfter(now)) {
            return false;
          }
          Sum sum = sums.computeIfAbsent(one.pick().place().shelf(), s -> new Sum());
          if (used) {
            sum.used++;
            sum.statements += one.pick().statements();
            sum.millis += one.loadMillis();
          } else {
            sum.wasted++;
          }
          return true;
        });
  }

  /** How many wait. */
  public synchronized int waiting() {
    return waiting.size();
  }

  /** What came of them so far. */
  public synchronized List<PrecomputationReport.OfShelf> byShelf() {
    return sums.entrySet().stream()
        .map(
            e -> {
              Sum s = e.getValue();
              return new PrecomputationReport.OfShelf(
                  e.getKey(), s.loaded, s.used, s.wasted, s.statements, s.millis);
            })
        .toList();
  }
}
