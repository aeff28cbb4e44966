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
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import magnus.basics.time.MarketClock;
import magnus.basics.time.Rounds;
import magnus.basics.work.Errand;
import magnus.cache.ahead.RefreshAhead;
import magnus.cache.desk.FrozenLifespans;
import magnus.cache.event.Departures;
import magnus.cache.event.EntryIndex;
import magnus.cache.event.EventDesk;
import magnus.cache.event.Horizon;
import magnus.cache.event.PriceDrops;
import magnus.cache.event.PriceWatch;
import magnus.cache.event.learned.Decisions;
import magnus.cache.freshness.LifespanPolicies;
import magnus.cache.infinispan.InfinispanStores;
import magnus.cache.shelf.CachedShelf;
import magnus.cache.shelf.Entry;
import magnus.cache.shelf.EntryStore;
import magnus.cache.shelf.ShelfStores;
import magnus.cache.shelf.Surroundings;
import magnus.cache.warming.Attendance;
import magnus.cache.warming.DemandCount;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * All shelves of this node. A module opens its shelves here at its start and keeps them; it tells
 * here what happened that may make entries wrong. {@link CacheDesk} is what administrators use.
 *
 * <p>The server starts a cache when a deployment names it: hence one line for each.
 */
@Resource(
    name = "cache/analytics",
    lookup = "java:jboss/infinispan/cache/magnus/analytics",
    type = Object.class)
@Resource(
    name = "cache/answers",
    lookup = "java:jboss/infinispan/cache/magnus/answers",
    type = Object.class)
@Resource(
    name = "cache/embeddings",
    lookup = "java:jboss/infinispan/cache/magnus/embeddings",
    type = Object.class)
@Resource(
    name = "cache/events",
    lookup = "java:jboss/infinispan/cache/magnus/events",
    type = Object.class)
@Resource(
    name = "cache/forecasts",
    lookup = "java:jboss/infinispan/cache/magnus/forecasts",
    type = Object.class)
@Resource(
    name = "cache/load-turns",
    lookup = "java:jboss/infinispan/cache/magnus/load-turns",
    type = Object.class)
@Resource(
    name = "cache/news",
    lookup = "java:jboss/infinispan/cache/magnus/news",
    type = Object.class)
@Resource(
    name = "cache/opportunities",
    lookup = "java:jboss/infinispan/cache/magnus/opportunities",
    type = Object.class)
@Resource(
    name = "cache/option-chains",
    lookup = "java:jboss/infinispan/cache/magnus/option-chains",
    type = Object.class)
@Resource(
    name = "cache/portfolio-summaries",
    lookup = "java:jboss/infinispan/cache/magnus/portfolio-summaries",
    type = Object.class)
@Resource(
    name = "cache/positions",
    lookup = "java:jboss/infinispan/cache/magnus/positions",
    type = Object.class)
@Resource(
    name = "cache/quotes",
    lookup = "java:jboss/infinispan/cache/magnus/quotes",
    type = Object.class)
@Resource(
    name = "cache/recommendations",
    lookup = "java:jboss/infinispan/cache/magnus/recommendations",
    type = Object.class)
@Resource(
    name = "cache/research",
    lookup = "java:jboss/infinispan/cache/magnus/research",
    type = Object.class)
@Resource(
    name = "cache/risk-exposures",
    lookup = "java:jboss/infinispan/cache/magnus/risk-exposures",
    type = Object.class)
@Resource(
    name = "cache/risk-scores",
    lookup = "java:jboss/infinispan/cache/magnus/risk-scores",
    type = Object.class)
@Resource(
    name = "cache/sector-analysis",
    lookup = "java:jboss/infinispan/cache/magnus/sector-analysis",
    type = Object.class)
@Resource(
    name = "cache/signals",
    lookup = "java:jboss/infinispan/cache/magnus/signals",
    type = Object.class)
@Resource(
    name = "cache/stress-tests",
    lookup = "java:jboss/infinispan/cache/magnus/stress-tests",
    type = Object.class)
@Resource(
    name = "cache/value-at-risk",
    lookup = "java:jboss/infinispan/cache/magnus/value-at-risk",
    type = Object.class)
@Resource(
    name = "cache/value-histories",
    lookup = "java:jboss/infinispan/cache/magnus/value-histories",
    type = Object.class)
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Shelves {

  private static final double TRADING_DAYS = 252;
  private static final double SIGMAS = 2;

  // What is loaded ahead costs the market's first figures: not while the server starts.
  private static final Duration FIRST_TURN = Duration.ofSeconds(10);
  private static final Duration BETWEEN_TURNS = Duration.ofSeconds(1);

  @Inject private MarketClock market;
  @Inject private OccurrenceJournal journal;
  @Resource private ManagedExecutorService threads;
  @Resource private ManagedThreadFactory factory;

  /** Of Infinispan; its type is known to the adapter alone. */
  @Resource(lookup = "java:jboss/infinispan/container/magnus")
  private Object container;

  private final Map<String, CachedShelf<?, ?>> open = new ConcurrentSkipListMap<>();
  private final EntryIndex index = new EntryIndex();
  private final Horizon horizon = new Horizon();
  private final Attendance attendance = new Attendance();
  private final DemandCount demand = new DemandCount();
  private final Departures departures = new Departures();
  private final PriceWatch watch = new PriceWatch(SIGMAS);
  private final RegisteredSense sense = new RegisteredSense();
  private final Decisions decisions =
      new Decisions(SIGMAS, sense, watch, this::typeOf, Shelves::setting);
  private final LifespanPolicies policies = new LifespanPolicies(sense, Shelves::setting);
  private final FrozenLifespans frozen = new FrozenLifespans(policies);
  private final List<Consumer<String>> openings = new CopyOnWriteArrayList<>();
  private ShelfStores stores;
  private EventDesk events;
  private Surroundings around;
  private RefreshAhead ahead;
  private PriceDrops drops;
  private LowPriority lowPriority;
  private Rounds rounds;

  @PostConstruct
  void start() {
    stores = InfinispanStores.over(container, threads);
    events = new EventDesk(index, horizon, stores.events(), decisions, open::get, System::nanoTime);
    around =
        new Surroundings(
            Optional.ofNullable(System.getProperty("jboss.node.name")).orElse("node"),
            market,
            System::nanoTime,
            threads,
            stores.turns(),
            frozen,
            index,
            horizon,
            new Notes());
    drops =
        new PriceDrops(
            around.node(),
            open::get,
            frozen,
            market,
            threads,
            () -> CacheSettings.AHEAD_WORTH.from(Shelves::setting));
    lowPriority = new LowPriority(factory);
    ahead =
        new RefreshAhead(
            around.node(),
            open::get,
            market,
            lowPriority,
            () -> CacheSettings.AHEAD_PER_SECOND.from(Shelves::setting),
            () -> CacheSettings.AHEAD_WORTH.from(Shelves::setting));
    rounds = new Rounds(factory);
    rounds.every(FIRST_TURN, () -> BETWEEN_TURNS, ahead::turn, CacheLog.LOG::turnFailed);
    rounds.every(FIRST_TURN, () -> BETWEEN_TURNS, drops::turn, CacheLog.LOG::turnFailed);
  }

  @PreDestroy
  void stop() {
    rounds.stop();
    lowPriority.shutdown();
  }

  private static Optional<String> setting(String key) {
    return ConfigProvider.getConfig().getOptionalValue(key, String.class);
  }

  private Optional<DataType> typeOf(String shelf) {
    return Optional.ofNullable(open.get(shelf)).map(s -> s.plan().type());
  }

  /** What decides whether an event drops an entry, with its figures. */
  public DecisionView decision() {
    return decisions.view();
  }

  /** Keeps why entries went, and logs what sources threw. */
  private final class Notes implements Surroundings.Notes {
    @Override
    public void dropped(EntryIndex.Place place, String why, @Nullable Entry<?> entry) {
      departures.note(
          place,
          new Departures.Departed(market.instant(), why, entry == null ? null : entry.asOf()));
    }

    @Override
    public void asked(String shelf, String key, boolean served) {
      if (!Errand.current().cohort().equals(Errand.BACKGROUND)) {
        demand.asked(shelf, key);
      }
      if (attendance.isOpen()) {
        attendance.asked(new EntryIndex.Place(shelf, key), served);
      }
    }

    @Override
    public void stored(EntryIndex.Place place, Entry<?> entry) {
      ahead.stored(place, entry);
      drops.stored(place, entry);
    }

    @Override
    public void gone(EntryIndex.Place place, EntryStore.Departure how) {
      ahead.gone(place);
      drops.gone(place);
      String why =
          switch (how) {
            case EXPIRED -> "Its time was over, and nobody asked for it again.";
            case EVICTED -> "There was no room for it.";
            case REMOVED -> "";
          };
      if (!why.isEmpty()) {
        departures.note(place, new Departures.Departed(market.instant(), why, null));
      }
    }

    @Override
    public void loaded(EntryIndex.Place place, Entry<?> entry) {
      demand.loaded(place.shelf(), entry.loadTime().toNanos());
      decisions.loaded(place, entry, Shelves.this::apart);
    }

    @Override
    public void called(String shelf) {
      drops.called();
    }

    @Override
    public <K, V> boolean watches(ShelfPlan<K, V> plan, K key, V value, Instant asOf) {
      return drops.watches(plan, key, value, asOf);
    }

    @Override
    public void sourceFailed(String shelf, String key, RuntimeException cause) {
      CacheLog.LOG.sourceFailed(shelf, key, cause);
    }
  }

  private double apart(EntryIndex.Place place, Entry<?> served, Entry<?> truth) {
    CachedShelf<?, ?> shelf = open.get(place.shelf());
    return shelf == null ? 0 : shelf.apart(served, truth);
  }

  /**
   * Opens a shelf.
   *
   * @throws IllegalStateException when one of that name is open
   */
  public <K, V> Shelf<K, V> open(ShelfPlan<K, V> plan) {
    CachedShelf<K, V> shelf = new CachedShelf<>(plan, stores.open(plan), around);
    if (open.putIfAbsent(plan.name(), shelf) != null) {
      throw new IllegalStateException("shelf " + plan.name() + " is open already");
    }
    drops.opened(shelf);
    CacheLog.LOG.opened(plan.name(), plan.type(), plan.room().entries(), policies.get().name());
    openings.forEach(o -> o.accept(plan.name()));
    return shelf;
  }

  /** How many values of a shelf one call of its source brings at most. */
  public int mostInOneCall(String shelf) {
    CachedShelf<?, ?> there = open.get(shelf);
    return there == null ? 1 : there.mostInOneCall();
  }

  /**
   * Loads keys of one shelf, named by their texts, unless fresh entries lie there; in one call of
   * the source where it can give many.
   */
  public Map<String, CachedShelf.Warmth> warm(String shelf, Collection<String> keys) {
    CachedShelf<?, ?> there = open.get(shelf);
    return there == null ? Map.of() : there.warm(keys, RefreshAhead.WARMING);
  }

  /** These will be asked for right after the bell, where many entries end at once. */
  public void expectAtTheBell(Set<EntryIndex.Place> places) {
    ahead.expectAtTheBell(places);
  }

  /** How long the load of what lies there took, in milliseconds; 0 where nothing does. */
  public double loadMillis(EntryIndex.Place place) {
    CachedShelf<?, ?> shelf = open.get(place.shelf());
    return shelf == null
        ? 0
        : shelf.find(place.key()).map(e -> e.loadTime().toNanos() / 1e6).orElse(0.0);
  }

  /** Who asks for what in the first minutes of sessions, on this node. */
  public Attendance attendance() {
    return attendance;
  }

  /** What is asked for on this node, and what loads take. */
  public DemandCount demand() {
    return demand;
  }

  /** Names who knows the market. */
  public void sense(MarketSense whoKnows) {
    sense.register(whoKnows);
  }

  /** The VIX in points, as lifespans see it; empty where it is not known. */
  public OptionalDouble vix(Instant at) {
    return sense
        .marketDailyVolatility(at)
        .map(r -> OptionalDouble.of(r.figure() * 100 * Math.sqrt(TRADING_DAYS)))
        .orElse(OptionalDouble.empty());
  }

  /**
   * Something happened. To be called when it is certain: after the commit of what it tells.
   *
   * @return how many entries were dropped
   */
  public long raise(Occurrence occurrence) {
    return tell(occurrence).entriesDropped();
  }

  private OccurrenceReport tell(Occurrence occurrence) {
    EventDesk.Reach reach = events.raise(occurrence);
    CacheLog.LOG.raised(
        occurrence.kind(),
        occurrence.at(),
        occurrence.raisedBy(),
        reach.touched().size(),
        reach.dropped(),
        reach.took());
    return journal.told(reach, around.node());
  }

  /** What the desk looks into; for this package alone. */
  public Interior interior() {
    return new Interior(
        open,
        departures,
        policies,
        frozen,
        openings,
        market,
        around.node(),
        stores::members,
        this::tell);
  }

  /** A price was seen by a feed; raises a price move where it is one. */
  public void priceSeen(String symbol, double price, Instant at) {
    double daily = sense.dailyVolatility(symbol, at).map(MarketSense.Reading::figure).orElse(0.0);
    watch.price(symbol, price, daily, at).ifPresent(this::raise);
  }

  /**
   * The volume of a session so far was seen by a feed; raises a spike where it is one.
   *
   * @param usual volume that is usual until this time of the session
   */
  public void volumeSeen(
      String symbol, double volume, double usual, LocalDate session, Instant at) {
    watch.volume(symbol, volume, usual, session, at).ifPresent(this::raise);
  }
}
