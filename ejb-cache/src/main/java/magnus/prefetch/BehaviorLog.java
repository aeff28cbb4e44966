package magnus.prefetch;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import magnus.basics.problem.Refusal;
import magnus.basics.time.Rounds;
import magnus.basics.time.WallClock;
import magnus.persistence.behavior.BehaviorRepository;
import magnus.persistence.behavior.StoredAccess;
import magnus.persistence.behavior.StoredVisit;
import magnus.prefetch.behavior.IngestBuffer;
import magnus.prefetch.behavior.SingleWrites;
import magnus.prefetch.plan.Budget;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Writes what users did. Nobody waits for it: what comes is written within a second, a burst beyond
 * the bounds is refused. A server that is killed loses what came in its last second; one that is
 * stopped writes it first.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class BehaviorLog {

  private static final Duration BETWEEN_WRITES = Duration.ofSeconds(1);
  private static final Duration FIRST_PRUNING = Duration.ofMinutes(13);
  private static final Duration BETWEEN_PRUNINGS = Duration.ofHours(6);
  private static final Duration SLACK = Duration.ofMinutes(30);
  private static final int MOST_OF_ONE = 1_000;
  private static final int MOST_WAITING = 20_000;
  private static final int BATCH = 500;
  private static final long PATIENCE_SECONDS = 2;

  @Inject private BehaviorRepository rows;
  @Inject private WallClock wall;
  @Resource private ManagedThreadFactory factory;

  private final IngestBuffer<Object> waiting =
      new IngestBuffer<>(MOST_OF_ONE, MOST_WAITING, BehaviorLog::owner);
  private final Allowances allowances = new Allowances();
  private final AtomicLong accepted = new AtomicLong();
  private final AtomicLong refused = new AtomicLong();
  private final AtomicLong written = new AtomicLong();
  private final AtomicLong unwanted = new AtomicLong();
  private final AtomicLong lost = new AtomicLong();
  private Rounds rounds;

  /**
   * What came and what became of it, on this node since its start.
   *
   * @param refused what was more than is recorded
   * @param unwanted what its user did not agree to, or deleted, before it was written
   * @param lost what the database did not take
   */
  public record Counts(
      long accepted, long refused, long written, long unwanted, long lost, int waiting) {}

  @PostConstruct
  void start() {
    rounds = new Rounds(factory);
    rounds.every(BETWEEN_WRITES, this::write, e -> PrefetchLog.LOG.notWritten(waiting.size(), e));
    rounds.every(
        FIRST_PRUNING,
        () -> BETWEEN_PRUNINGS,
        this::prune,
        e -> PrefetchLog.LOG.notLookedAfter(e.toString()));
  }

  @PreDestroy
  void stop() {
    rounds.stop();
    try {
      write();
    } catch (RuntimeException e) {
      PrefetchLog.LOG.lost(waiting.size(), e);
    }
  }

  /**
   * Takes what one user did.
   *
   * @throws Refusal 429 where it is too much
   */
  public void accept(UUID account, List<StoredVisit> visits, List<StoredAccess> accesses) {
    List<Object> items = new ArrayList<>(visits);
    items.addAll(accesses);
    Instant now = wall.instant();
    double perMinute = PrefetchSettings.VISITS_PER_MINUTE.from(BehaviorLog::setting);
    Budget budget = allowances.of(account, perMinute, now);
    if (!budget.take(items.size(), now)) {
      refused.addAndGet(items.size());
      double missing = items.size() - budget.left(now);
      throw tooMany((long) Math.ceil(missing * 60 / perMinute));
    }
    if (!waiting.offer(account, items)) {
      budget.give(items.size(), now);
      refused.addAndGet(items.size());
      throw tooMany(PATIENCE_SECONDS);
    }
    accepted.addAndGet(items.size());
  }

  private static Refusal tooMany(long seconds) {
    return Refusal.tooMany(
        "too-many-visits", "More visits came than are recorded; none of these was.", seconds);
  }

  /** Lets go what waits of a user. */
  public void drop(UUID account) {
    unwanted.addAndGet(waiting.drop(account));
  }

  /** Writes what waits. */
  private synchronized void write() {
    List<Object> batch = waiting.take(BATCH);
    while (!batch.isEmpty()) {
      try {
        note(batch.size(), write(batch));
      } catch (RuntimeException e) {
        writeSingly(batch, e);
      }
      batch = waiting.take(BATCH);
    }
  }

  private void writeSingly(List<Object> batch, RuntimeException cause) {
    SingleWrites.Outcome<Object> outcome =
        new SingleWrites<Object>(this::write, this::isThere).write(batch);
    note(outcome.tried(), outcome.kept());
    if (!outcome.lost().isEmpty()) {
      lost.addAndGet(outcome.lost().size());
      PrefetchLog.LOG.lost(outcome.lost().size(), cause);
    }
    if (!outcome.waiting().isEmpty()) {
      waiting.back(outcome.waiting());
      throw cause;
    }
  }

  private boolean isThere() {
    try {
      rows.epoch();
      return true;
    } catch (RuntimeException e) {
      PrefetchLog.LOG.debugf("the database does not answer: %s", e);
      return false;
    }
  }

  private void note(int taken, int kept) {
    written.addAndGet(kept);
    unwanted.addAndGet(taken - (long) kept);
  }

  private int write(List<Object> batch) {
    List<StoredVisit> visits = new ArrayList<>();
    List<StoredAccess> accesses = new ArrayList<>();
    for (Object item : batch) {
      if (item instanceof StoredVisit visit) {
        visits.add(visit);
      } else {
        accesses.add((StoredAccess) item);
      }
    }
    return rows.write(visits, accesses);
  }

  /** On one node: the turn is taken where none has taken it for most of the time between two. */
  private void prune() {
    Instant now = wall.instant();
    if (!rows.takesPruning(now.minus(BETWEEN_PRUNINGS).plus(SLACK), now)) {
      return;
    }
    Duration retention = PrefetchSettings.RETENTION.from(BehaviorLog::setting);
    Instant before = now.minus(retention);
    int gone = 0;
    int some = rows.prune(before, BATCH);
    while (some > 0) {
      gone += some;
      some = rows.prune(before, BATCH);
    }
    if (gone > 0) {
      PrefetchLog.LOG.pruned(gone, retention);
    }
  }

  public Counts counts() {
    return new Counts(
        accepted.get(), refused.get(), written.get(), unwanted.get(), lost.get(), waiting.size());
  }

  private static UUID owner(Object item) {
    return item instanceof StoredVisit visit ? visit.account() : ((StoredAccess) item).account();
  }

  static Optional<String> setting(String key) {
    return ConfigProvider.getConfig().getOptionalValue(key, String.class);
  }
}
