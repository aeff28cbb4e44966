package magnus.prefetch;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import magnus.basics.time.Rounds;
import magnus.basics.time.TradingCalendar;
import magnus.basics.time.WallClock;
import magnus.cache.OwnKeys;
import magnus.cache.Shelves;
import magnus.cache.event.EntryIndex.Place;
import magnus.persistence.statement.DemandRepository;
import magnus.persistence.statement.Fingerprint;
import magnus.persistence.statement.StatementBook;
import magnus.persistence.statement.StatementRepository;
import magnus.persistence.statement.StoredDemand;
import magnus.persistence.statement.StoredShelfWindow;
import magnus.persistence.statement.StoredStatement;
import magnus.prefetch.query.WeekSlot;

/**
 * Writes each minute which statements ran and what was asked of shelves, and each quarter of an
 * hour which of their keys were. A statement counts in the quarter of an hour in which its minute
 * began.
 */
@Singleton
@Startup
@DependsOn("Shelves")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class StatementLog {

  /** In how long a time of the same quarters of an hour a key's weight halves. */
  static final Duration HALF_LIFE = Duration.ofDays(14);

  private static final Duration BETWEEN_WRITES = Duration.ofMinutes(1);
  private static final Duration FIRST_PRUNING = Duration.ofMinutes(17);
  private static final Duration BETWEEN_PRUNINGS = Duration.ofHours(6);
  private static final int MOST_TEXTS = 5_000;
  private static final int MOST_KEYS = 1_000;
  private static final int HALF_LIVES_KEPT = 4;

  @Inject private StatementRepository rows;
  @Inject private DemandRepository demandRows;
  @Inject private StatementForecasts forecasts;
  @Inject private Shelves shelves;
  @Inject private Behavior behavior;
  @Inject private WallClock wall;
  @Resource private ManagedThreadFactory factory;

  private final String node =
      Optional.ofNullable(System.getProperty("jboss.node.name")).orElse("node");
  private final Set<String> kept = new HashSet<>();
  private final AtomicLong written = new AtomicLong();
  private final AtomicLong lost = new AtomicLong();
  private Instant minute;
  private Rounds rounds;

  /**
   * What was counted on this node since its start.
   *
   * @param written statements whose counts are in the database
   * @param lost those that the database did not take
   * @param unkept those that found no room
   */
  public record Counts(long written, long lost, long unkept) {}

  @PostConstruct
  void start() {
    minute = wall.instant();
    behavior.register((account, taught) -> shelves.demand().forget(account));
    rounds = new Rounds(factory);
    rounds.every(BETWEEN_WRITES, this::write, e -> PrefetchLog.LOG.notLookedAfter(e.toString()));
    rounds.every(
        FIRST_PRUNING,
        () -> BETWEEN_PRUNINGS,
        this::prune,
        e -> PrefetchLog.LOG.notLookedAfter(e.toString()));
  }

  @PreDestroy
  void stop() {
    rounds.stop();
    Instant window = WeekSlot.start(minute);
    Instant now = wall.instant();
    try {
      write(false);
      writeDemand(window, now);
    } catch (RuntimeException e) {
      // The server takes modules down side by side: the repository may be gone already.
      PrefetchLog.LOG.notWrittenAtStop(e.toString());
    }
  }

  private void write() {
    write(true);
  }

  private synchronized void write(boolean goesOn) {
    Instant window = WeekSlot.start(minute);
    Instant now = wall.instant();
    minute = now;
    List<StatementBook.Line> lines = StatementBook.ofThisServer().take();
    List<StoredStatement> statements = new ArrayList<>();
    List<Fingerprint> fresh = new ArrayList<>();
    for (StatementBook.Line line : lines) {
      Fingerprint fingerprint = line.fingerprint();
      statements.add(
          new StoredStatement(
              window,
              fingerprint.id(),
              line.errand().cohort(),
              line.errand().shelf(),
              line.count(),
              line.nanos(),
              line.longest()));
      if (!kept.contains(fingerprint.id())) {
        fresh.add(fingerprint);
      }
    }
    List<StoredShelfWindow> asked = new ArrayList<>();
    shelves
        .demand()
        .takeShelves()
        .forEach(
            (shelf, c) ->
                asked.add(new StoredShelfWindow(window, shelf, c.asked(), c.loads(), c.nanos())));
    keep(fresh, now);
    long count = statements.stream().mapToLong(StoredStatement::count).sum();
    try {
      rows.add(node, statements, asked);
      written.addAndGet(count);
    } catch (RuntimeException e) {
      lost.addAndGet(count);
      PrefetchLog.LOG.statementsLost(statements.size(), e);
    }
    if (goesOn && !WeekSlot.start(now).equals(window)) {
      writeDemand(window, now);
      forecasts.make(now);
    }
  }

  private void keep(List<Fingerprint> fresh, Instant now) {
    try {
      rows.keep(fresh, now);
      if (kept.size() < MOST_TEXTS) {
        fresh.forEach(f -> kept.add(f.id()));
      }
    } catch (RuntimeException e) {
      // They come again with the next minute.
      PrefetchLog.LOG.debugf("texts of statements were not kept: %s", e);
    }
  }

  private void writeDemand(Instant window, Instant now) {
    Map<Place, Long> places = shelves.demand().takePlaces();
    List<StoredDemand> demand =
        places.entrySet().stream()
            .sorted(Map.Entry.<Place, Long>comparingByValue(Comparator.reverseOrder()))
            .limit(MOST_KEYS)
            .map(
                e ->
                    new StoredDemand(
                        e.getKey().shelf(),
                        e.getKey().key(),
                        OwnKeys.owner(e.getKey().key()),
                        e.getValue()))
            .toList();
    try {
      demandRows.add(WeekSlot.of(window, TradingCalendar.ZONE), demand, window, now, HALF_LIFE);
    } catch (RuntimeException e) {
      PrefetchLog.LOG.demandLost(window, e.toString());
    }
  }

  private void prune() {
    Instant now = wall.instant();
    Instant oldest = now.minus(PrefetchSettings.STATEMENT_RETENTION.from(BehaviorLog::setting));
    rows.prune(oldest);
    forecasts.prune(oldest);
    demandRows.prune(now.minus(HALF_LIFE.multipliedBy(HALF_LIVES_KEPT)));
  }

  public Counts counts() {
    return new Counts(written.get(), lost.get(), StatementBook.ofThisServer().unkept());
  }
}
