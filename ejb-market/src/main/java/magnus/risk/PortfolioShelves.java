package magnus.risk;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import magnus.basics.result.Result;
import magnus.basics.time.MarketClock;
import magnus.cache.Codec;
import magnus.cache.DataType;
import magnus.cache.Ingredient;
import magnus.cache.Occurrence;
import magnus.cache.Served;
import magnus.cache.Shelf;
import magnus.cache.ShelfPlan;
import magnus.cache.Shelves;
import magnus.cache.Warmer;
import magnus.identity.Caller;
import magnus.identity.Role;
import magnus.market.MarketShelves;
import magnus.portfolio.DailyValues;
import magnus.portfolio.Holding;
import magnus.portfolio.Holdings;
import magnus.portfolio.PortfolioChanged;
import magnus.portfolio.PortfolioSummary;
import magnus.portfolio.Portfolios;
import magnus.prefetch.PageNeeds;
import org.jspecify.annotations.Nullable;

/**
 * What portfolios hold and their risk at market time, from shelves that all nodes share. The
 * caller's id is a part of every key, so that nothing of one user is ever found by another. The
 * steps of a run, which need their own fixed as-of, ask {@link PortfolioRisk} itself.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PortfolioShelves {

  private static final double BASIS_POINTS = 10_000;

  @Inject private Shelves shelves;
  @EJB private Portfolios portfolios;
  @EJB private PortfolioRisk risk;
  @Inject private MarketClock market;

  private Shelf<UUID, List<PortfolioSummary>> summaries;
  private Shelf<OwnedPortfolio, Holdings> positions;
  private Shelf<LookBack, RiskMetrics> analytics;
  private Shelf<Days, DailyValues> histories;

  /** A portfolio and who asks for it. */
  record OwnedPortfolio(UUID owner, UUID portfolio) {

    Caller caller() {
      return PortfolioShelves.caller(owner);
    }

    String text() {
      return owner + "/" + portfolio;
    }

    static OwnedPortfolio parse(String text) {
      String[] parts = text.split("/", 2);
      return new OwnedPortfolio(UUID.fromString(parts[0]), UUID.fromString(parts[1]));
    }
  }

  /** A portfolio and the trading days looked back. */
  record LookBack(OwnedPortfolio of, int sessions) {

    String text() {
      return of.text() + "/" + sessions;
    }

    static LookBack parse(String text) {
      int slash = text.lastIndexOf('/');
      return new LookBack(
          OwnedPortfolio.parse(text.substring(0, slash)),
          Integer.parseInt(text.substring(slash + 1)));
    }
  }

  /** A portfolio's days; null for its first and for the last session that has closed. */
  record Days(OwnedPortfolio of, @Nullable LocalDate from, @Nullable LocalDate to) {

    String text() {
      return of.text() + "/" + text(from) + "/" + text(to);
    }

    private static String text(@Nullable LocalDate date) {
      return date == null ? "" : date.toString();
    }

    static Days parse(String text) {
      String[] parts = text.split("/", -1);
      return new Days(
          OwnedPortfolio.parse(parts[0] + "/" + parts[1]), date(parts[2]), date(parts[3]));
    }

    private static @Nullable LocalDate date(String text) {
      try {
        return text.isEmpty() ? null : LocalDate.parse(text);
      } catch (DateTimeParseException e) {
        throw new IllegalArgumentException("'" + text + "' is no date", e);
      }
    }
  }

  /** The owner as a caller: his id is what ownership is checked by. */
  private static Caller caller(UUID owner) {
    return new Caller(owner, "cache", Set.of(Role.USER));
  }

  @PostConstruct
  void open() {
    summaries =
        shelves.open(
            ShelfPlan.of(
                    "portfolio-summaries",
                    DataType.POSITIONS,
                    UUID::toString,
                    UUID::fromString,
                    Codec.jsonList(PortfolioSummary.class),
                    (UUID owner, java.time.Instant asOf) ->
                        Result.success(portfolios.list(caller(owner), asOf)),
                    PortfolioShelves::madeOfSummaries)
                .withStale(Duration.ofSeconds(15), Duration.ofMinutes(15))
                .withRoom(20_000, 64L << 20));
    positions =
        shelves.open(
            ShelfPlan.of(
                    "positions",
                    DataType.POSITIONS,
                    OwnedPortfolio::text,
                    OwnedPortfolio::parse,
                    Codec.json(Holdings.class),
                    (OwnedPortfolio key, java.time.Instant asOf) ->
                        Result.success(portfolios.holdings(key.caller(), key.portfolio(), asOf)),
                    (key, held) -> madeOf(key, symbols(held.items())))
                .withStale(Duration.ofSeconds(15), Duration.ofMinutes(15))
                .withError((served, truth) -> apart(served.value(), truth.value()))
                .withExposure((key, held) -> PriceExposures.of(held))
                .withRoom(20_000, 128L << 20));
    analytics =
        shelves.open(
            ShelfPlan.of(
                    "analytics",
                    DataType.ANALYTICS,
                    LookBack::text,
                    LookBack::parse,
                    Codec.json(RiskMetrics.class),
                    (LookBack key, java.time.Instant asOf) ->
                        Result.success(
                            risk.metrics(
                                key.of().caller(), key.of().portfolio(), asOf, key.sessions())),
                    (key, figures) -> madeOf(key.of(), symbols(figures)))
                .withStale(Duration.ofSeconds(60), Duration.ofHours(1))
                .withError((served, truth) -> apart(served.value(), truth.value()))
                .withExposure((key, figures) -> PriceExposures.of(figures))
                .withRoom(20_000, 128L << 20));
    histories =
        shelves.open(
            ShelfPlan.of(
                    "value-histories",
                    DataType.ANALYTICS,
                    Days::text,
                    Days::parse,
                    Codec.json(DailyValues.class),
                    (Days key, java.time.Instant asOf) ->
                        Result.success(
                            portfolios.dailyValues(
                                key.of().caller(),
                                key.of().portfolio(),
                                key.from(),
                                key.to(),
                                asOf)),
                    // Values at closes: no price of the day moves them, so no symbol is named.
                    (key, values) -> madeOf(key.of(), Set.of()))
                .withStale(Duration.ofSeconds(60), Duration.ofHours(1))
                .withError((served, truth) -> apart(lastOf(served), lastOf(truth)))
                .withRoom(5_000, 128L << 20));
  }

  private static BigDecimal lastOf(DailyValues values) {
    List<DailyValues.DailyValue> days = values.days();
    return days.isEmpty() ? BigDecimal.ZERO : days.get(days.size() - 1).value();
  }

  private static double apart(BigDecimal served, BigDecimal truth) {
    double scale = Math.max(1e-9, Math.abs(truth.doubleValue()));
    return Math.abs(served.subtract(truth).doubleValue()) / scale * BASIS_POINTS;
  }

  private static Set<Ingredient> madeOfSummaries(UUID owner, List<PortfolioSummary> all) {
    Set<Ingredient> madeOf = new HashSet<>();
    madeOf.add(portfoliosOf(owner));
    all.forEach(s -> madeOf.add(Ingredient.portfolio(s.portfolio().id())));
    return madeOf;
  }

  private static Set<Ingredient> madeOf(OwnedPortfolio key, Collection<String> symbols) {
    Set<Ingredient> madeOf = new HashSet<>();
    madeOf.add(Ingredient.portfolio(key.portfolio()));
    symbols.forEach(s -> madeOf.add(Ingredient.symbol(s)));
    return madeOf;
  }

  private static Set<String> symbols(List<Holding> items) {
    Set<String> symbols = new HashSet<>();
    for (Holding item : items) {
      symbols.add(item.option() == null ? item.symbol() : item.option().underlying());
    }
    return symbols;
  }

  private static Set<String> symbols(RiskMetrics figures) {
    Set<String> symbols = new HashSet<>();
    figures.contributions().forEach(c -> symbols.add(c.symbol()));
    symbols.add(figures.benchmark());
    return symbols;
  }

  /** What the list of a user's portfolios is made from, so that a new one reaches it. */
  private static Ingredient portfoliosOf(UUID owner) {
    return Ingredient.portfolio("of:" + owner);
  }

  /**
   * What a user looks at first: his list, each portfolio's holdings and risk, and the quotes of
   * what it holds.
   */
  public List<Warmer.Wanted> wantedBy(UUID owner, java.time.Instant asOf) {
    List<Warmer.Wanted> wanted = new ArrayList<>();
    wanted.add(new Warmer.Wanted(summaries.name(), owner.toString(), 2));
    for (PortfolioSummary summary : portfolios.list(caller(owner), asOf)) {
      OwnedPortfolio key = new OwnedPortfolio(owner, summary.portfolio().id());
      wanted.add(new Warmer.Wanted(positions.name(), key.text(), 1));
      wanted.add(
          new Warmer.Wanted(
              analytics.name(), new LookBack(key, risk.defaultSessions()).text(), 0.5));
      for (String symbol :
          symbols(portfolios.holdings(caller(owner), key.portfolio(), asOf).items())) {
        wanted.add(new Warmer.Wanted(MarketShelves.QUOTES, symbol, 0.5));
      }
    }
    return wanted;
  }

  /** A user's portfolios by name: of the list on its shelf, else as the database has them. */
  public List<UUID> portfolioIds(UUID owner) {
    return summaries
        .peek(owner)
        .map(list -> list.value().stream().map(s -> s.portfolio().id()).toList())
        .orElseGet(() -> portfolios.ids(caller(owner)));
  }

  /**
   * What a user holds, by what it is worth, or cost where that is not known; options as their
   * underlying.
   *
   * @return empty where none of it lies on the shelves
   */
  public Optional<List<String>> knownSymbols(UUID owner) {
    Optional<Served<List<PortfolioSummary>>> list = summaries.peek(owner);
    if (list.isEmpty()) {
      return Optional.empty();
    }
    Map<String, BigDecimal> worth = new HashMap<>();
    boolean known = list.get().value().isEmpty();
    for (PortfolioSummary summary : list.get().value()) {
      Optional<Served<Holdings>> held =
          positions.peek(new OwnedPortfolio(owner, summary.portfolio().id()));
      known |= held.isPresent();
      held.ifPresent(h -> h.value().items().forEach(item -> add(item, worth)));
    }
    Comparator<Map.Entry<String, BigDecimal>> byWorth =
        Map.Entry.<String, BigDecimal>comparingByValue().reversed();
    return known
        ? Optional.of(
            worth.entrySet().stream()
                .sorted(byWorth.thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList())
        : Optional.empty();
  }

  private static void add(Holding item, Map<String, BigDecimal> worth) {
    BigDecimal known = item.value() == null ? item.costBasis() : item.value();
    worth.merge(
        item.option() == null ? item.symbol() : item.option().underlying(),
        known == null ? BigDecimal.ZERO : known.abs(),
        BigDecimal::add);
  }

  /** Where a user's list lies. */
  public PageNeeds.Wanted listOf(UUID owner) {
    return new PageNeeds.Wanted(summaries.name(), owner.toString());
  }

  /** Where a portfolio's holdings lie. */
  public PageNeeds.Wanted holdingsOf(UUID owner, UUID portfolio) {
    return new PageNeeds.Wanted(positions.name(), new OwnedPortfolio(owner, portfolio).text());
  }

  /** Where all days of a portfolio lie, up to the last session that has closed. */
  public PageNeeds.Wanted historyOf(UUID owner, UUID portfolio) {
    Days all = new Days(new OwnedPortfolio(owner, portfolio), null, null);
    return new PageNeeds.Wanted(histories.name(), all.text());
  }

  /** Lets what was made from a portfolio go, once its change is committed. */
  public void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) PortfolioChanged change) {
    shelves.raise(
        new Occurrence(
            Occurrence.Kind.PORTFOLIO_CHANGED,
            Set.of(Ingredient.portfolio(change.portfolio()), portfoliosOf(change.owner())),
            market.instant(),
            Map.of(),
            "portfolio"));
  }

  /** The caller's portfolios by name, with their values. */
  public Result<Served<List<PortfolioSummary>>> list(Caller caller) {
    return summaries.get(caller.id());
  }

  /** What the caller's portfolio holds. */
  public Result<Served<Holdings>> holdings(Caller caller, UUID portfolio) {
    return positions.get(new OwnedPortfolio(caller.id(), portfolio));
  }

  /**
   * Risk of the holdings.
   *
   * @param sessions look-back in trading days, 100 to 2520
   */
  public Result<Served<RiskMetrics>> metrics(Caller caller, UUID portfolio, int sessions) {
    return analytics.get(new LookBack(new OwnedPortfolio(caller.id(), portfolio), sessions));
  }

  /**
   * What the caller's portfolio was worth at the closes.
   *
   * @param from null for the first transaction
   * @param to null for the last session that has closed
   */
  public Result<Served<DailyValues>> dailyValues(
      Caller caller, UUID portfolio, @Nullable LocalDate from, @Nullable LocalDate to) {
    return histories.get(new Days(new OwnedPortfolio(caller.id(), portfolio), from, to));
  }
}
