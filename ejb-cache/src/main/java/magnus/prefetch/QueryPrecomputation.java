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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import magnus.basics.problem.Refusal;
import magnus.basics.time.Rounds;
import magnus.basics.time.WallClock;
import magnus.identity.Caller;
import magnus.identity.Role;
import magnus.persistence.statement.PrecomputationRepository;
import magnus.prefetch.query.BusyHour;
import magnus.prefetch.query.WeekSlot;
import magnus.runs.Operation;
import magnus.runs.Operations;
import magnus.runs.Runs;
import org.jspecify.annotations.Nullable;

/**
 * Computes what a busy hour will ask for in the quiet before it: as a run, once for all nodes,
 * whenever the hour that is expected to run the most statements of the coming day is near; and
 * whenever an administrator says so.
 */
@Singleton
@Startup
@DependsOn({"PrecomputationWork", "AheadLoads", "Shelves"})
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class QueryPrecomputation {

  /** The operation's name. */
  public static final String OPERATION = "query_precomputation";

  static final String ID = "precomputation";
  static final String WINDOW = "window";
  static final String TURN = "turn";
  static final String EXPECTED = "expectedStatements";

  private static final Caller SCHEDULE =
      new Caller(new UUID(0, 0x9e41e5), "prefetch", Set.of(Role.ADMIN));

  private static final Duration BETWEEN_TURNS = Duration.ofSeconds(20);
  private static final Duration BETWEEN_SAMPLES = Duration.ofSeconds(1);
  private static final Duration KEPT = Duration.ofDays(60);

  /** An hour that is not busier than this many usual ones needs nothing before it. */
  private static final double BUSIER = 1.3;

  private static final int SHOWN = 20;

  @Inject private PrecomputationWork work;
  @Inject private StatementForecasts forecasts;
  @Inject private PrecomputationRepository rows;
  @Inject private Operations operations;
  @Inject private Runs runs;
  @Inject private WallClock wall;
  @Resource private ManagedThreadFactory factory;

  private Rounds rounds;
  private volatile @Nullable BusyHour coming;
  private Instant lookedFrom = Instant.MIN;

  @PostConstruct
  void start() {
    operations.register(
        new Operation(
            OPERATION,
            "Compute what the coming busy hour is expected to ask for (administrators).",
            this::check),
        List.of(new PrecomputationStep(work)));
    rounds = new Rounds(factory);
    rounds.every(BETWEEN_TURNS, this::turn, e -> PrefetchLog.LOG.notPrecomputed(e.toString()));
    rounds.every(BETWEEN_SAMPLES, work::sample, e -> PrefetchLog.LOG.debugf("no load: %s", e));
  }

  @PreDestroy
  void stop() {
    rounds.stop();
    try {
      work.settle(wall.instant());
    } catch (RuntimeException e) {
      // The server takes modules down side by side: the repository may be gone already.
      PrefetchLog.LOG.notSettledAtStop(e.toString());
    }
  }

  /** The hour of the coming day that is expected to run the most statements. */
  public Optional<BusyHour> coming() {
    return Optional.ofNullable(coming);
  }

  /** Reports, the newest first. */
  public List<PrecomputationReport> reports() {
    return rows.reports(SHOWN).stream().map(PrecomputationWork::read).toList();
  }

  private Map<String, String> check(Caller caller, Map<String, String> given) {
    if (!caller.isAdmin()) {
      throw Refusal.of(
          Refusal.Kind.FORBIDDEN,
          "administrators-only",
          "Only administrators may have queries computed ahead.");
    }
    if (caller.equals(SCHEDULE)) {
      return given;
    }
    for (String name : given.keySet()) {
      throw Refusal.malformed(name, given.get(name), "no parameters");
    }
    Instant now = wall.instant();
    UUID id = UUID.randomUUID();
    // By hand it is for the hour that begins now.
    Instant window = WeekSlot.start(now).plus(WeekSlot.LENGTH);
    String turn = "by hand " + id.toString().substring(0, 8);
    rows.claim(id, window, turn, now);
    return parameters(id, window, turn, 0);
  }

  private static Map<String, String> parameters(
      UUID id, Instant window, String turn, double expected) {
    return Map.of(
        ID, id.toString(), WINDOW, window.toString(), TURN, turn, EXPECTED, "" + expected);
  }

  private void turn() {
    Instant now = wall.instant();
    work.settle(now);
    if (!WeekSlot.start(now).equals(lookedFrom)) {
      coming = forecasts.busyHour(now).orElse(null);
      lookedFrom = WeekSlot.start(now);
      rows.prune(now.minus(KEPT));
    }
    BusyHour hour = coming;
    if (hour != null
        && PrefetchSettings.PRECOMPUTE.from(BehaviorLog::setting)
        && hour.expected() > BUSIER * hour.usual()
        && now.isBefore(hour.start())
        && !now.isBefore(
            hour.start().minus(PrefetchSettings.PRECOMPUTE_LEAD.from(BehaviorLog::setting)))) {
      UUID id = UUID.randomUUID();
      if (rows.claim(id, hour.start(), "schedule", now)) {
        runs.start(SCHEDULE, OPERATION, parameters(id, hour.start(), "schedule", hour.expected()));
      }
    }
  }
}
