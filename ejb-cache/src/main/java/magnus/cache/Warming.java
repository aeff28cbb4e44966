package magnus.cache;

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
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import magnus.basics.problem.Refusal;
import magnus.basics.time.MarketClock;
import magnus.basics.time.Rounds;
import magnus.basics.time.WallClock;
import magnus.cache.event.EntryIndex.Place;
import magnus.cache.warming.Attendance;
import magnus.cache.warming.WarmingHours;
import magnus.cache.warming.WarmingPlan;
import magnus.identity.Caller;
import magnus.identity.Role;
import magnus.persistence.cache.HabitRepository;
import magnus.persistence.cache.WarmingRepository;
import magnus.runs.Operation;
import magnus.runs.Operations;
import magnus.runs.Run;
import magnus.runs.Runs;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * Warms the shelves before the open: at 09:00 and 09:25 New York time on trading days, on one node,
 * as a run; and whenever an administrator says so. Counts what is asked for in the first fifteen
 * minutes of sessions, which the next plan is made from and the last one judged by.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Warming {

  /** The operation's name. */
  public static final String OPERATION = "cache_warming";

  static final String ID = "warming";
  static final String SESSION = "session";
  static final String TURN = "turn";

  private static final Caller SCHEDULE =
      new Caller(new UUID(0, 0x5ac4e), "cache", Set.of(Role.ADMIN));

  // A replay may come to the same session again; live, a turn comes once.
  private static final Duration FORGOTTEN = Duration.ofMinutes(5);
  private static final Duration FIRST_TURN = Duration.ofSeconds(10);
  private static final Duration BETWEEN_TURNS = Duration.ofSeconds(1);
  private static final int SHOWN = 50;

  @Inject private Shelves shelves;
  @Inject private Operations operations;
  @Inject private Runs runs;
  @Inject private MarketClock market;
  @Inject private WallClock wall;
  @Inject private WarmingRepository turnRows;
  @Inject private HabitRepository habitRows;
  @Resource private ManagedThreadFactory factory;

  private final List<Warmer> warmers = new CopyOnWriteArrayList<>();
  private OpeningLog log;
  private WarmedSets warmed;
  private Rounds rounds;
  private volatile @Nullable Instant before;
  private @Nullable LocalDate opening;

  @PostConstruct
  void start() {
    log = new OpeningLog(habitRows);
    warmed = new WarmedSets(turnRows);
    operations.register(
        new Operation(
            OPERATION,
            "Load what will be asked for after the opening bell (administrators).",
            this::check),
        List.of(new WarmingStep(this)));
    rounds = new Rounds(factory);
    rounds.every(FIRST_TURN, () -> BETWEEN_TURNS, this::turn, CacheLog.LOG::warmingNotBegun);
  }

  @PreDestroy
  void stop() {
    rounds.stop();
  }

  /** Names one who knows what will be wanted. */
  public void register(Warmer warmer) {
    warmers.add(warmer);
  }

  /** Warms now, as a run of the caller. */
  public Run warmNow(Caller caller) {
    return runs.start(caller, OPERATION, Map.of());
  }

  /** Reports, the newest first. */
  public List<WarmingReport> reports() {
    return turnRows.reports(SHOWN).stream().map(WarmedSets::read).toList();
  }

  private Map<String, String> check(Caller caller, Map<String, String> given) {
    if (!caller.isAdmin()) {
      throw Refusal.of(
          Refusal.Kind.FORBIDDEN, "administrators-only", "Only administrators may warm the cache.");
    }
    if (caller.equals(SCHEDULE)) {
      return given;
    }
    for (String name : given.keySet()) {
      throw Refusal.malformed(name, given.get(name), "no parameters");
    }
    LocalDate session = WarmingHours.sessionFor(market.instant());
    UUID id = UUID.randomUUID();
    Instant now = wall.instant();
    String turn = "by hand " + id.toString().substring(0, 8);
    turnRows.claim(id, session, turn, now, now.minus(FORGOTTEN));
    return Map.of(ID, id.toString(), SESSION, session.toString(), TURN, turn);
  }

  private void turn() {
    Instant now = market.instant();
    Instant last = before;
    before = now;
    watchOpening(now);
    if (last != null && CacheSettings.WARMING.from(Warming::setting)) {
      WarmingHours.due(last, now).ifPresent(this::begin);
    }
  }

  private void begin(WarmingHours.Turn turn) {
    UUID id = UUID.randomUUID();
    Instant now = wall.instant();
    boolean had;
    try {
      had = turnRows.claim(id, turn.session(), turn.name(), now, now.minus(FORGOTTEN));
    } catch (RuntimeException e) {
      // Another node has claimed it at the same moment; if not, the log says what is wrong.
      CacheLog.LOG.turnNotClaimed(turn.name(), turn.session(), e.toString());
      return;
    }
    if (had) {
      runs.start(
          SCHEDULE,
          OPERATION,
          Map.of(ID, id.toString(), SESSION, turn.session().toString(), TURN, turn.name()));
    }
  }

  private synchronized void watchOpening(Instant now) {
    LocalDate session = WarmingHours.openingAt(now).orElse(null);
    if (java.util.Objects.equals(session, opening)) {
      return;
    }
    LocalDate ended = opening;
    opening = session;
    if (ended != null) {
      Map<Place, Attendance.Asked> asked = shelves.attendance().close();
      log.learn(ended, asked, shelves::loadMillis);
      warmed.complete(ended, asked, now);
    }
    if (session != null) {
      shelves.attendance().open();
    }
  }

  /** What to load for a session, within the budget. */
  WarmingPlan plan(LocalDate session, Instant asOf) {
    List<WarmingPlan.Pick> wanted = new java.util.ArrayList<>(log.expected(session));
    for (Warmer warmer : warmers) {
      try {
        for (Warmer.Wanted one : warmer.wanted(asOf)) {
          Place place = new Place(one.shelf(), one.key());
          double load = shelves.loadMillis(place);
          wanted.add(
              new WarmingPlan.Pick(
                  place,
                  one.hits(),
                  load > 0 ? load : WarmingPlan.UNKNOWN_LOAD_MILLIS,
                  warmer.name()));
        }
      } catch (RuntimeException e) {
        CacheLog.LOG.warmerFailed(warmer.name(), e);
      }
    }
    return WarmingPlan.of(
        wanted,
        CacheSettings.WARMING_LOADS.from(Warming::setting),
        CacheSettings.WARMING_TIME.from(Warming::setting));
  }

  Shelves shelves() {
    return shelves;
  }

  Duration budget() {
    return CacheSettings.WARMING_TIME.from(Warming::setting);
  }

  Instant marketNow() {
    return market.instant();
  }

  /** A turn is done. */
  void done(WarmingReport report, Map<Place, Double> loads) {
    warmed.done(report, loads);
  }

  private static Optional<String> setting(String key) {
    return ConfigProvider.getConfig().getOptionalValue(key, String.class);
  }
}
