package magnus.prefetch;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import magnus.basics.json.Json;
import magnus.basics.time.MarketClock;
import magnus.basics.time.TradingCalendar;
import magnus.basics.time.WallClock;
import magnus.cache.AheadLoads;
import magnus.cache.event.EntryIndex.Place;
import magnus.persistence.statement.DemandRepository;
import magnus.persistence.statement.PrecomputationRepository;
import magnus.persistence.statement.StatementRepository;
import magnus.persistence.statement.StoredDemand;
import magnus.persistence.statement.StoredShelfWindow;
import magnus.prefetch.query.BusyHour;
import magnus.prefetch.query.PrecomputationPlan;
import magnus.prefetch.query.PrecomputationPlan.Pick;
import magnus.prefetch.query.Precomputed;
import magnus.prefetch.query.ShelfCosts;
import magnus.prefetch.query.WeekSlot;
import org.jspecify.annotations.Nullable;

/** What a precomputation plans from, loads through and is judged by. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PrecomputationWork {

  private static final int MOST_KEYS = 5_000;
  private static final Duration MEASURED = Duration.ofDays(7);
  private static final long USUAL_BYTES = 4_096;

  @Inject private DemandRepository demandRows;
  @Inject private StatementRepository statementRows;
  @Inject private PrecomputationRepository rows;
  @Inject private AheadLoads shelves;
  @Inject private Summaries summaries;
  @Inject private MarketClock market;
  @Inject private WallClock wall;

  private final LoadGauge gauge = new LoadGauge();
  private final Map<String, Size> measured = new ConcurrentHashMap<>();
  private final List<Turn> turns = new CopyOnWriteArrayList<>();
  private final String node =
      Optional.ofNullable(System.getProperty("jboss.node.name")).orElse("node");

  private record Size(long values, long bytes) {}

  /** A plan, and how many values it was made from. */
  public record Planned(PrecomputationPlan plan, int candidates) {}

  /** What one turn has computed, until the hour is over. */
  public static final class Turn {
    private final Instant window;
    private final Precomputed values = new Precomputed();
    private volatile @Nullable PrecomputationReport report;

    Turn(Instant window) {
      this.window = window;
    }

    Precomputed values() {
      return values;
    }
  }

  /** To be called every second. */
  public void sample() {
    gauge.sample();
  }

  /** Whether users' requests take the processors' time. */
  public boolean isBusy() {
    double overloaded = PrefetchSettings.OVERLOADED.from(BehaviorLog::setting);
    return overloaded <= 1 && gauge.load() > overloaded;
  }

  public String node() {
    return node;
  }

  public Instant now() {
    return wall.instant();
  }

  private ShelfCosts costs(Instant now) {
    Instant from = now.minus(MEASURED);
    return ShelfCosts.of(statementRows.sums(from, now), statementRows.shelves(from, now));
  }

  /** Has tables of summaries made or dropped by what the hour is expected to load. */
  public List<String> remakeSummaries(Instant window) {
    long room = PrefetchSettings.SUMMARY_MEBIBYTES.from(BehaviorLog::setting) * (1L << 20);
    List<String> done = new ArrayList<>();
    for (StoredSummary one : summaries.stored()) {
      try {
        one.remake(expectedLoads(one.shelf(), window), room).ifPresent(done::add);
      } catch (RuntimeException e) {
        PrefetchLog.LOG.notPrecomputed(e.toString());
      }
    }
    return done;
  }

  /** The mean of the same hour of the last days that had any. */
  private double expectedLoads(String shelf, Instant window) {
    long loads = 0;
    int days = 0;
    for (Instant day : WeekSlot.before(window, (int) MEASURED.toDays(), TradingCalendar.ZONE)) {
      List<StoredShelfWindow> hour = statementRows.shelves(day, day.plus(BusyHour.LENGTH));
      if (!hour.isEmpty()) {
        days++;
        loads += loads(hour, shelf);
      }
    }
    Instant now = wall.instant();
    long ofLate = loads(statementRows.shelves(now.minus(BusyHour.LENGTH), now), shelf);
    return Math.max(ofLate, days == 0 ? 0 : (double) loads / days);
  }

  private static long loads(List<StoredShelfWindow> windows, String shelf) {
    return windows.stream()
        .filter(w -> w.shelf().equals(shelf))
        .mapToLong(StoredShelfWindow::loads)
        .sum();
  }

  /** What is worth computing for an hour. */
  public Planned plan(Instant window) {
    Instant now = wall.instant();
    Map<Place, Double> weights = new HashMap<>();
    for (int quarter = 0; quarter < 4; quarter++) {
      Instant start = window.plus(WeekSlot.LENGTH.multipliedBy(quarter));
      for (StoredDemand one :
          demandRows.heaviest(WeekSlot.of(start, TradingCalendar.ZONE), MOST_KEYS)) {
        weights.merge(new Place(one.shelf(), one.key()), one.weight(), Double::sum);
      }
    }
    ShelfCosts costs = costs(now);
    List<PrecomputationPlan.Candidate> candidates = new ArrayList<>();
    weights.forEach(
        (place, weight) ->
            shelves
                .standing(place)
                .ifPresent(
                    s ->
                        candidates.add(
                            new PrecomputationPlan.Candidate(
                                place,
                                weight,
                                costs.of(place.shelf()).statements(),
                                s.loadMillis(),
                                meanBytes(place.shelf()),
                                s.lifespanSeconds(),
                                s.fresh()))));
    return new Planned(
        PrecomputationPlan.of(
            candidates,
            new PrecomputationPlan.Bounds(
                PrefetchSettings.PRECOMPUTE_LOADS.from(BehaviorLog::setting),
                PrefetchSettings.PRECOMPUTE_MEBIBYTES.from(BehaviorLog::setting) * (1L << 20),
                PrefetchSettings.PRECOMPUTE_CHANCE.from(BehaviorLog::setting),
                Math.max(0, Duration.between(now, window).toSeconds()))),
        candidates.size());
  }

  /** Begins to follow what is computed for an hour. */
  public Turn begin(Instant window) {
    Turn turn = new Turn(window);
    turns.add(turn);
    return turn;
  }

  /** Computes a value; the bytes that it takes, below 0 where there is none. */
  public long load(Turn turn, Pick pick) {
    Optional<AheadLoads.Loaded> loaded = shelves.load(pick.place());
    loaded.ifPresent(l -> turn.values.add(pick, l.loadMillis(), l.ends(), l.used()));
    if (loaded.isEmpty()) {
      return -1;
    }
    long bytes = shelves.bytes(pick.place());
    measured.merge(
        pick.place().shelf(),
        new Size(1, bytes),
        (a, b) -> new Size(a.values + b.values, a.bytes + b.bytes));
    return bytes;
  }

  private long meanBytes(String shelf) {
    Size size = measured.get(shelf);
    return size == null ? USUAL_BYTES : size.bytes / size.values;
  }

  /** Keeps a turn's report. */
  public void done(Turn turn, PrecomputationReport report) {
    turn.report = report;
    rows.report(report.id(), write(report));
  }

  /** Settles what was used or has ended; keeps the last word on an hour that is over. */
  public void settle(Instant now) {
    for (Turn turn : turns) {
      boolean over = !now.isBefore(turn.window.plus(BusyHour.LENGTH));
      int before = turn.values.waiting();
      turn.values.settle(market.instant(), over);
      PrecomputationReport report = turn.report;
      if (report != null && (over || turn.values.waiting() < before)) {
        rows.report(report.id(), write(settled(report, turn.values.byShelf(), over)));
      }
      if (over) {
        turns.remove(turn);
      }
    }
  }

  private static PrecomputationReport settled(
      PrecomputationReport r, List<PrecomputationReport.OfShelf> shelves, boolean over) {
    return new PrecomputationReport(
        r.id(),
        r.run(),
        r.window(),
        r.turn(),
        r.node(),
        r.startedAt(),
        r.seconds(),
        r.expectedStatements(),
        r.candidates(),
        r.unlikely(),
        r.shortLived(),
        r.there(),
        r.beyondBudget(),
        r.loaded(),
        r.failed(),
        r.notReached(),
        r.bytes(),
        shelves,
        r.summaries(),
        over);
  }

  static PrecomputationReport read(String report) {
    try {
      return Json.mapper().readValue(report, PrecomputationReport.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a report that cannot be read: " + report, e);
    }
  }

  private static String write(PrecomputationReport report) {
    try {
      return Json.mapper().writeValueAsString(report);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a report that cannot be written", e);
    }
  }
}
