package magnus.prefetch;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import magnus.basics.time.TradingCalendar;
import magnus.persistence.behavior.BehaviorRepository;
import magnus.persistence.behavior.StoredVisit;
import magnus.prefetch.behavior.MarketState;
import magnus.prefetch.behavior.Page;
import magnus.prefetch.model.Seen;
import magnus.prefetch.model.VisitModel;

/**
 * Has the model learn the log of visits as it grows, on each node alike. Where somebody's visits
 * were deleted, an empty model takes its place at once and learns the log anew. Once a day, in a
 * quiet hour, a new model learns the log that is left, while the old one serves, and takes its
 * place: so what left the log by retention leaves the model too.
 */
final class VisitTail {

  /** Rows of one write are committed together; younger ones may still have gaps before them. */
  private static final Duration SETTLED = Duration.ofSeconds(2);

  /** A row may be committed so much later than one with a greater id. */
  private static final Duration LATEST = Duration.ofMinutes(1);

  private static final Duration BETWEEN_LOOKS_BACK = Duration.ofSeconds(5);

  /** By then New York has gone to bed, and Europe has not begun. */
  private static final LocalTime QUIET = LocalTime.of(3, 0);

  private static final int BATCH = 1_000;

  /** Ids remembered while rows before them may still come. */
  private static final int MOST_IDS = 50_000;

  private final BehaviorRepository rows;
  private final Supplier<VisitModel> empty;
  private final int most;
  private volatile VisitModel model;
  private final AtomicBoolean anew = new AtomicBoolean();
  private Reading reading;
  private volatile long epoch = -1;

  /** How far a model has read. */
  private static final class Reading {
    final VisitModel into;
    final LocalDate begun;
    final TreeSet<Long> ids = new TreeSet<>();
    final ArrayDeque<Mark> marks = new ArrayDeque<>();
    long floor;
    long last;
    Instant lookedBack;

    Reading(VisitModel into, long last, Instant now) {
      this.into = into;
      this.last = last;
      floor = last;
      begun = night(now);
      lookedBack = now;
    }

    void learn(StoredVisit visit) {
      if (visit.id() > floor && !ids.contains(visit.id())) {
        into.learn(seen(visit));
        ids.add(visit.id());
        last = Math.max(last, visit.id());
      }
    }

    /** What was read long enough ago has no gaps any more. */
    void settle(Instant now) {
      marks.add(new Mark(now, last));
      while (!marks.isEmpty() && marks.element().at().isBefore(now.minus(LATEST))) {
        floor = Math.max(floor, marks.remove().last());
      }
      while (ids.size() > MOST_IDS) {
        floor = Math.max(floor, ids.first());
        ids.pollFirst();
      }
      ids.headSet(floor, true).clear();
    }
  }

  private record Mark(Instant at, long last) {}

  /**
   * @param empty makes a model that has learned nothing
   * @param most visits that a model learns when it begins
   */
  VisitTail(BehaviorRepository rows, Supplier<VisitModel> empty, int most) {
    this.rows = rows;
    this.empty = empty;
    this.most = most;
    this.model = empty.get();
    this.reading = new Reading(model, 0, Instant.EPOCH);
  }

  VisitModel model() {
    return model;
  }

  /** Of which epoch the model is; -1 before the first turn. */
  long epoch() {
    return epoch;
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
      reading = begin(now);
      model = reading.into;
      epoch = current;
    } else if (!night(now).equals(reading.begun)) {
      Reading rebuilt = begin(now);
      read(rebuilt, now);
      if (!anew.get()) {
        reading = rebuilt;
        model = rebuilt.into;
      }
      if (anew.get()) {
        model = empty.get();
      }
      return;
    }
    read(reading, now);
  }

  /** The last quiet hour that has begun. */
  private static LocalDate night(Instant now) {
    ZonedDateTime local = now.atZone(TradingCalendar.ZONE);
    return local.toLocalTime().isBefore(QUIET)
        ? local.toLocalDate().minusDays(1)
        : local.toLocalDate();
  }

  private Reading begin(Instant now) {
    return new Reading(empty.get(), rows.beforeNewest(most), now);
  }

  /** What was read before somebody's visits were deleted must not reach the model after it. */
  private void read(Reading into, Instant now) {
    boolean back = !now.isBefore(into.lookedBack.plus(BETWEEN_LOOKS_BACK));
    if (back) {
      into.lookedBack = now;
    }
    long after = back ? into.floor : into.last;
    List<StoredVisit> batch = rows.visitsAfter(after, now.minus(SETTLED), BATCH);
    while (!batch.isEmpty() && !anew.get()) {
      for (StoredVisit visit : batch) {
        into.learn(visit);
        after = Math.max(after, visit.id());
      }
      batch = rows.visitsAfter(after, now.minus(SETTLED), BATCH);
    }
    into.settle(now);
  }

  private static Seen seen(StoredVisit visit) {
    Optional<MarketState> market = MarketState.parse(visit.marketState());
    return new Seen(
        visit.account(),
        new Page(visit.page(), visit.instance()),
        visit.visitedAt(),
        market.map(MarketState::condition).orElse(-1),
        market.map(MarketState::events).orElse(0),
        HeldText.parse(visit.held()));
  }
}
