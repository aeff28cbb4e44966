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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import magnus.basics.problem.Refusal;
import magnus.basics.time.MarketClock;
import magnus.basics.time.Rounds;
import magnus.basics.time.TradingCalendar;
import magnus.basics.time.WallClock;
import magnus.cache.AheadLoads;
import magnus.cache.AheadReading;
import magnus.cache.LowPriority;
import magnus.identity.Caller;
import magnus.persistence.behavior.BehaviorRepository;
import magnus.prefetch.behavior.MarketState;
import magnus.prefetch.behavior.Page;
import magnus.prefetch.behavior.PageRoutes;
import magnus.prefetch.model.Circumstance;
import magnus.prefetch.model.Likely;
import magnus.prefetch.model.VisitModel;
import magnus.prefetch.plan.Candidate;
import magnus.prefetch.plan.Decision;
import magnus.prefetch.plan.Planned;
import magnus.prefetch.plan.Planner;
import magnus.prefetch.plan.Pricing;
import magnus.prefetch.plan.Signs;
import magnus.prefetch.plan.ThinkTime;
import magnus.prefetch.plan.Verdict;
import magnus.prefetch.sequence.Predictors;
import org.jspecify.annotations.Nullable;

/**
 * Predicts what a user opens next and loads ahead what of it is worth it. Each node learns the same
 * log of visits; what was loaded ahead is settled on the node that loaded it.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Prefetch {

  private static final Duration FIRST_TURN = Duration.ofSeconds(5);
  private static final Duration BETWEEN_TURNS = Duration.ofSeconds(1);
  private static final int MOST_LEARNED = 200_000;
  private static final int SHOWN = 12;
  private static final double LEAST_PROBABILITY = 0.01;

  /** Of the page whose address a browser has asked for; it may be closed before it stands. */
  private static final double CERTAIN = 0.98;

  /** From asking for the portal to asking for a page's data. */
  private static final ThinkTime STARTING = new ThinkTime(0.4, 0.5);

  /** Stands for everybody of whom nothing is known. */
  private static final UUID UNKNOWN = new UUID(0, 0);

  private static final Duration NOT_FOR_HIM = Duration.ofMinutes(10);
  private static final Duration BUSY = Duration.ofSeconds(10);

  @Inject private Behavior behavior;
  @Inject private BehaviorRepository rows;
  @Inject private AheadLoads shelves;
  @Inject private WallClock wall;
  @Inject private MarketClock market;
  @Resource private ManagedThreadFactory factory;

  private final List<PageNeeds> needs = new CopyOnWriteArrayList<>();
  private final AtomicReference<@Nullable Predicate<String>> symbols = new AtomicReference<>();
  private final LoadGauge gauge = new LoadGauge();
  private Candidates candidates;
  private Purses purses;
  private Ledger ledger;
  private VisitTail tail;
  private LowPriority threads;
  private AheadPlans plans;
  private final ChosenPortfolios chosen = new ChosenPortfolios();
  private final LinkSigns links = new LinkSigns();
  private Rounds rounds;
  private long epoch = -1;

  @PostConstruct
  void start() {
    candidates = new Candidates(shelves, needs);
    purses = new Purses(wall);
    ledger = new Ledger();
    threads = new LowPriority(factory);
    plans = new AheadPlans(shelves, market, threads, purses::give);
    tail = new VisitTail(rows, this::emptyModel, MOST_LEARNED);
    behavior.register(this::forgotten);
    rounds = new Rounds(factory);
    rounds.every(
        FIRST_TURN,
        () -> BETWEEN_TURNS,
        this::follow,
        e -> PrefetchLog.LOG.notLookedAfter(e.toString()));
    rounds.every(BETWEEN_TURNS, this::turn, e -> PrefetchLog.LOG.notLookedAfter(e.toString()));
  }

  @PreDestroy
  void stop() {
    rounds.stop();
    threads.shutdown();
  }

  private void forgotten(UUID account, boolean taught) {
    chosen.forget(account);
    links.forget(account);
    if (taught) {
      tail.forget();
      unlearn();
    }
  }

  /** What else was learned of users' ways begins anew with the model. */
  private void unlearn() {
    links.reset();
    ledger.unlearn();
  }

  /** Not before it is known which symbols there are: nodes would learn different names. */
  private void follow() {
    if (symbols.get() != null) {
      tail.follow(wall.instant());
      long now = tail.epoch();
      if (now != epoch) {
        epoch = now;
        unlearn();
      }
    }
  }

  private VisitModel emptyModel() {
    int k = PrefetchSettings.K.from(BehaviorLog::setting);
    return new VisitModel(Predictors.live(k), TradingCalendar.ZONE, k, this::isSymbol);
  }

  private boolean isSymbol(String text) {
    Predicate<String> known = symbols.get();
    return known != null && known.test(text);
  }

  /** Names one who knows which symbols there are; what others open is learned from then on. */
  public void register(Predicate<String> known) {
    symbols.set(known);
  }

  /** Names one who knows what pages need. */
  public void register(PageNeeds source) {
    needs.add(source);
  }

  private void turn() {
    gauge.sample();
    plans.settle(ledger::settled);
    ledger.passing(wall.instant());
  }

  /**
   * What the caller may open next from a page, with price and decision; loads nothing.
   *
   * @param path of the page
   * @param saveData whether his browser asks to save data
   * @throws Refusal 400 for a path that is no page
   */
  public PredictionReport predictions(Caller caller, String path, boolean saveData) {
    Page page = page(path);
    List<Likely> likely = likely(caller, page);
    List<Decision> decisions =
        decide(caller, stays(page), likely, saveData, calls -> Verdict.PREFETCH);
    return report(caller, AheadPlans.Occasion.PAGE, page, Optional.empty(), likely, decisions);
  }

  /** The caller's browser shows that portfolio where a page is about one that is chosen. */
  public void chose(Caller caller, UUID portfolio) {
    chosen.chose(caller.id(), portfolio);
  }

  /**
   * Begins to load what is worth it when a page stands, in the place of what was begun for the
   * caller before.
   *
   * @param warm whether his browser had all of the page, because it had fetched it ahead
   * @throws Refusal 400 for a path that is no page
   */
  public PredictionReport begin(Caller caller, String path, boolean saveData, boolean warm) {
    Page page = page(path);
    if (behavior.agrees(caller)) {
      links.opened(caller.id(), page.path(), wall.instant());
    }
    if (warm) {
      plans.shown(candidates.places(chosen.reader(caller.id()), page, market.instant()));
    }
    List<Likely> likely = likely(caller, page);
    return begin(caller, AheadPlans.Occasion.PAGE, page, stays(page), likely, saveData);
  }

  /**
   * The same for the page of a link that shows a sign of being opened, within moments; likelier
   * than it was predicted, and so with its short-lived values.
   *
   * @param link path of the page that may be opened
   * @param pressed whether the link is pressed or touched; else the pointer rests on it
   * @throws Refusal 400 for a path that is no page
   */
  public PredictionReport begin(
      Caller caller, String path, String link, boolean pressed, boolean saveData) {
    Page page = page(path);
    Page target = page(link);
    Likely before =
        likely(caller, page).stream()
            .filter(l -> l.path().equals(target.path()))
            .findFirst()
            .orElse(new Likely(target.shared(), target.path(), Signs.UNFORESEEN, 0, 0));
    Signs.Sign sign = pressed ? Signs.Sign.PRESS : Signs.Sign.REST;
    double chance =
        behavior.agrees(caller)
            ? links.given(
                caller.id(), page.path(), target.path(), sign, before.probability(), wall.instant())
            : links.chance(sign, before.probability());
    Likely now =
        new Likely(before.shared(), before.path(), chance, before.ownSeen(), before.ownOf());
    return begin(
        caller, AheadPlans.Occasion.LINK, page, links.untilOpened(), List.of(now), saveData);
  }

  /**
   * A browser asks for the portal itself at the address of a page: while it loads the portal's
   * code, the page's slow values are loaded. Nothing for addresses that are none.
   */
  public void starts(Caller caller, String path, boolean saveData) {
    PageRoutes.find(path)
        .ifPresent(
            page -> {
              Likely sure = new Likely(page.shared(), page.path(), CERTAIN, 0, 0);
              Runnable work =
                  () ->
                      begin(
                          caller,
                          AheadPlans.Occasion.START,
                          page,
                          STARTING,
                          List.of(sure),
                          saveData);
              try {
                threads.execute(work);
              } catch (RejectedExecutionException e) {
                // There is enough to do: the page loads its values itself.
                PrefetchLog.LOG.trace("nothing is loaded for the first page", e);
              }
            });
  }

  private PredictionReport begin(
      Caller caller,
      AheadPlans.Occasion occasion,
      Page page,
      ThinkTime stays,
      List<Likely> likely,
      boolean saveData) {
    List<Decision> decisions =
        decide(caller, stays, likely, saveData, calls -> purses.take(caller.id(), calls));
    ledger.decided(decisions);
    List<Planned> chosen =
        decisions.stream().filter(Decision::isPrefetch).flatMap(d -> d.loads().stream()).toList();
    behavior.calledAhead(caller.id(), chosen.stream().mapToDouble(l -> l.need().calls()).sum());
    UUID id = plans.begin(caller.id(), occasion, page.route(), chosen, behavior.agrees(caller));
    return report(caller, occasion, page, Optional.of(id), likely, decisions);
  }

  /**
   * Whether a request that the caller's browser makes ahead is answered, and if not, for how long
   * none will be. What is read for one that is answered counts as asked for by nobody, and calls no
   * source that was not planned to be called: see {@link #readAhead}.
   */
  public Optional<Duration> refusesAhead(Caller caller, boolean saveData) {
    if (saveData || !Behavior.split().isAhead(caller.id())) {
      return Optional.of(NOT_FOR_HIM);
    }
    if (gauge.load() >= PrefetchSettings.OVERLOADED.from(BehaviorLog::setting)) {
      return Optional.of(BUSY);
    }
    return purses.request(caller.id()) ? Optional.empty() : Optional.of(BUSY);
  }

  /**
   * What this thread reads of shelves from now on is read ahead, until {@link AheadReading#end}:
   * only what is planned, and so paid for, is loaded for it.
   */
  public void readAhead() {
    AheadReading.begin(shelves::mayLoad);
  }

  /**
   * Ends what was begun, if it has not ended yet.
   *
   * @throws Refusal 404 where the caller has begun nothing of that id
   */
  public void cancel(Caller caller, UUID id) {
    if (!plans.cancel(caller.id(), id)) {
      throw Refusal.unknown("prefetch", id);
    }
  }

  private ThinkTime stays(Page page) {
    return tail.model().stays(page.route());
  }

  private static Page page(String path) {
    return PageRoutes.find(path)
        .orElseThrow(
            () ->
                Refusal.malformed(
                    "page", path, "the path of a page of the portal, such as /market/AAPL"));
  }

  /** Who does not agree is predicted for as one of whom nothing is known. */
  private UUID known(Caller caller) {
    return behavior.agrees(caller) ? caller.id() : UNKNOWN;
  }

  private List<Likely> likely(Caller caller, Page page) {
    MarketState state = behavior.marketState();
    return tail
        .model()
        .predict(known(caller), page, wall.instant(), state.condition(), state.events(), SHOWN)
        .stream()
        .filter(l -> l.probability() >= LEAST_PROBABILITY)
        .filter(l -> caller.isAdmin() || !l.shared().startsWith("/admin"))
        .toList();
  }

  private List<Decision> decide(
      Caller caller, ThinkTime stays, List<Likely> likely, boolean saveData, Planner.Purse purse) {
    Instant asOf = market.instant();
    PageNeeds.Reader reader = chosen.reader(caller.id());
    List<Candidate> all = new ArrayList<>();
    for (Likely one : likely) {
      all.add(candidates.of(reader, one, asOf));
    }
    double overloaded = PrefetchSettings.OVERLOADED.from(BehaviorLog::setting);
    Planner planner =
        new Planner(
            new Pricing(
                PrefetchSettings.MILLIS_PER_CALL.from(BehaviorLog::setting),
                Runtime.getRuntime().availableProcessors()),
            overloaded);
    return planner.plan(
        all,
        stays,
        new Planner.Conditions(
            saveData,
            !Behavior.split().isAhead(caller.id()),
            overloaded > 1 ? 0 : Math.min(1, gauge.load())),
        ledger.governor(),
        ledger.experience(),
        purse);
  }

  private PredictionReport report(
      Caller caller,
      AheadPlans.Occasion occasion,
      Page page,
      Optional<UUID> id,
      List<Likely> likely,
      List<Decision> decisions) {
    MarketState state = behavior.marketState();
    Map<String, Set<Circumstance>> because =
        occasion == AheadPlans.Occasion.START
            ? Map.of()
            : tail.model()
                .circumstances(
                    known(caller), page, wall.instant(), state.condition(), state.events());
    List<PredictionReport.Item> items = new ArrayList<>();
    for (int i = 0; i < likely.size(); i++) {
      items.add(
          PredictionItems.of(
              occasion,
              page,
              likely.get(i),
              because.getOrDefault(likely.get(i).shared(), Set.of()),
              state,
              decisions.get(i),
              ledger.governor()));
    }
    return new PredictionReport(
        page.path(),
        id,
        items,
        purses.left(caller.id()),
        caller.isAdmin() ? Optional.of(tail.model().learned()) : Optional.empty(),
        Math.round(gauge.load() * 1_000) / 1_000.0);
  }

  /** How often each was decided on this node since its start, by its name. */
  public Map<String, Long> decisions() {
    return ledger.decisions();
  }

  /** What is done on this node, and what difference it makes; for administrators. */
  public PrefetchReport report(Caller caller) {
    VisitModel model = tail.model();
    List<Long> size = model.size();
    return ledger.report(
        behavior.counts(),
        new PrefetchReport.Model(
            model.predictor(), model.learned(), size.get(0), size.get(1), size.get(2), size.get(3)),
        plans,
        purses.left(caller.id()),
        gauge.load(),
        behavior.effect());
  }
}
