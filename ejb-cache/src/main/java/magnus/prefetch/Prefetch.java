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
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import magnus.basics.problem.Refusal;
import magnus.basics.time.MarketClock;
import magnus.basics.time.Rounds;
import magnus.basics.time.TradingCalendar;
import magnus.basics.time.WallClock;
import magnus.cache.AheadLoads;
import magnus.cache.LowPriority;
import magnus.identity.Caller;
import magnus.persistence.behavior.BehaviorRepository;
import magnus.prefetch.behavior.MarketState;
import magnus.prefetch.behavior.Page;
import magnus.prefetch.behavior.PageRoutes;
import magnus.prefetch.model.Likely;
import magnus.prefetch.model.VisitModel;
import magnus.prefetch.plan.Candidate;
import magnus.prefetch.plan.Decision;
import magnus.prefetch.plan.Planned;
import magnus.prefetch.plan.Planner;
import magnus.prefetch.plan.Pricing;
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
  private Rounds rounds;

  @PostConstruct
  void start() {
    candidates = new Candidates(shelves, needs);
    purses = new Purses(wall);
    ledger = new Ledger();
    threads = new LowPriority(factory);
    plans = new AheadPlans(shelves, market, threads);
    tail = new VisitTail(rows, this::emptyModel, MOST_LEARNED);
    behavior.register(account -> tail.forget());
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

  /** Not before it is known which symbols there are: nodes would learn different names. */
  private void follow() {
    if (symbols.get() != null) {
      tail.follow(wall.instant());
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
    List<Decision> decisions = decide(caller, page, likely, saveData, calls -> Verdict.PREFETCH);
    return report(caller, page, Optional.empty(), likely, decisions);
  }

  /**
   * Begins to load what is worth it, in the place of what was begun for the caller before.
   *
   * @throws Refusal 400 for a path that is no page
   */
  public PredictionReport begin(Caller caller, String path, boolean saveData) {
    Page page = page(path);
    List<Likely> likely = likely(caller, page);
    List<Decision> decisions =
        decide(caller, page, likely, saveData, calls -> purses.take(caller.id(), calls));
    ledger.decided(decisions);
    List<Planned> chosen =
        decisions.stream().filter(Decision::isPrefetch).flatMap(d -> d.loads().stream()).toList();
    UUID id = plans.begin(caller.id(), page.route(), chosen);
    return report(caller, page, Optional.of(id), likely, decisions);
  }

  /**
   * Ends what was begun.
   *
   * @throws Refusal 404 where the caller has nothing of that id under way
   */
  public void cancel(Caller caller, UUID id) {
    if (!plans.cancel(caller.id(), id)) {
      throw Refusal.unknown("prefetch", id);
    }
  }

  private static Page page(String path) {
    return PageRoutes.find(path)
        .orElseThrow(
            () ->
                Refusal.malformed(
                    "page", path, "the path of a page of the portal, such as /market/AAPL"));
  }

  private List<Likely> likely(Caller caller, Page page) {
    MarketState state = behavior.marketState();
    return tail
        .model()
        .predict(caller.id(), page, wall.instant(), state.condition(), state.events(), SHOWN)
        .stream()
        .filter(l -> l.probability() >= LEAST_PROBABILITY)
        .filter(l -> caller.isAdmin() || !l.shared().startsWith("/admin"))
        .toList();
  }

  private List<Decision> decide(
      Caller caller, Page page, List<Likely> likely, boolean saveData, Planner.Purse purse) {
    Instant asOf = market.instant();
    List<Candidate> all = new ArrayList<>();
    for (Likely one : likely) {
      all.add(candidates.of(caller.id(), one, asOf));
    }
    double overloaded = PrefetchSettings.OVERLOADED.from(BehaviorLog::setting);
    Planner planner =
        new Planner(
            new Pricing(PrefetchSettings.MILLIS_PER_CALL.from(BehaviorLog::setting)), overloaded);
    return planner.plan(
        all,
        tail.model().stays(page.route()),
        new Planner.Conditions(
            saveData,
            !Behavior.split().isAhead(caller.id()),
            overloaded > 1 ? 0 : Math.min(1, gauge.load())),
        ledger.governor(),
        ledger.experience(),
        purse);
  }

  private PredictionReport report(
      Caller caller, Page page, Optional<UUID> id, List<Likely> likely, List<Decision> decisions) {
    List<PredictionReport.Item> items = new ArrayList<>();
    for (int i = 0; i < likely.size(); i++) {
      items.add(PredictionItems.of(page, likely.get(i), decisions.get(i), ledger.governor()));
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
