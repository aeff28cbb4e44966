package magnus.prefetch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import magnus.basics.time.MarketPhase;
import magnus.persistence.behavior.BehaviorRepository;
import magnus.persistence.behavior.StoredVisit;
import magnus.prefetch.behavior.Page;
import magnus.prefetch.model.Seen;
import magnus.prefetch.model.VisitModel;

/**
 * Has the model learn the log of visits as it grows, on each node alike. Where somebody's visits
 * were deleted, an empty model takes its place at once and learns the log anew.
 */
final class VisitTail {

  /** Rows of one write are committed together; younger ones may still have gaps before them. */
  private static final Duration SETTLED = Duration.ofSeconds(2);

  private static final int BATCH = 1_000;

  private final BehaviorRepository rows;
  private final Supplier<VisitModel> empty;
  private final int most;
  private volatile VisitModel model;
  private final AtomicBoolean anew = new AtomicBoolean();
  private long epoch = -1;
  private long last;

  /**
   * @param empty makes a model that has learned nothing
   * @param most visits that a model learns when it begins
   */
  VisitTail(BehaviorRepository rows, Supplier<VisitModel> empty, int most) {
    this.rows = rows;
    this.empty = empty;
    this.most = most;
    this.model = empty.get();
  }

  VisitModel model() {
    return model;
  }

  /** Begins anew: nothing of what was learned is used any more. Waits for nobody. */
  void forget() {
    // In this order: a turn that takes the flag makes a model of its own, which must stay.
    model = empty.get();
    anew.set(true);
  }

  /** Learns what has come; to be called again and again, by one thread. */
  synchronized void follow(Instant now) {
    long current = rows.epoch();
    if (anew.getAndSet(false) || current != epoch) {
      model = empty.get();
      epoch = current;
      last = rows.beforeNewest(most);
    }
    // What was read before somebody's visits were deleted must not reach the model after it.
    VisitModel into = model;
    List<StoredVisit> batch = rows.visitsAfter(last, now.minus(SETTLED), BATCH);
    while (!batch.isEmpty() && !anew.get()) {
      for (StoredVisit visit : batch) {
        into.learn(seen(visit));
        last = visit.id();
      }
      batch = rows.visitsAfter(last, now.minus(SETTLED), BATCH);
    }
  }

  private static Seen seen(StoredVisit visit) {
    return new Seen(
        visit.account(),
        new Page(visit.page(), visit.instance()),
        visit.visitedAt(),
        condition(visit.marketState()));
  }

  /** The market's state as a small number. */
  static int condition(String state) {
    for (MarketPhase phase : MarketPhase.values()) {
      if (phase.name().equals(state)) {
        return phase.ordinal();
      }
    }
    return -1;
  }
}
