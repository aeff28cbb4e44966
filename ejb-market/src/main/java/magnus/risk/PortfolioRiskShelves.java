package magnus.risk;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import magnus.basics.result.Result;
import magnus.cache.Codec;
import magnus.cache.DataType;
import magnus.cache.Ingredient;
import magnus.cache.Served;
import magnus.cache.Shelf;
import magnus.cache.ShelfPlan;
import magnus.cache.Shelves;
import magnus.identity.Caller;
import magnus.prefetch.PageNeeds;

/**
 * The heavier figures of a portfolio's risk at market time, from shelves that all nodes share:
 * tomorrow's value at risk with its record, stress tests, exposures and the score. Keys as in
 * {@link PortfolioShelves}: the owner is a part of each.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PortfolioRiskShelves {

  private static final double BASIS_POINTS = 10_000;

  @Inject private Shelves shelves;
  @EJB private PortfolioRisk risk;

  private Shelf<PortfolioShelves.LookBack, VarReport> tails;
  private Shelf<PortfolioShelves.OwnedPortfolio, StressTest> tests;
  private Shelf<PortfolioShelves.OwnedPortfolio, Shelved.Exposures> exposures;
  private Shelf<PortfolioShelves.OwnedPortfolio, Shelved.Score> scores;

  @PostConstruct
  void open() {
    tails =
        shelves.open(
            ShelfPlan.of(
                    "value-at-risk",
                    DataType.ANALYTICS,
                    PortfolioShelves.LookBack::text,
                    PortfolioShelves.LookBack::parse,
                    Codec.json(VarReport.class),
                    (PortfolioShelves.LookBack key, Instant asOf) ->
                        Result.success(
                            risk.valueAtRisk(
                                key.of().caller(), key.of().portfolio(), asOf, key.sessions())),
                    (key, report) -> madeOf(key.of(), symbols(report)))
                .withStale(Duration.ofSeconds(60), Duration.ofHours(1))
                .withError((served, truth) -> apart(level(served), level(truth)))
                .withRoom(5_000, 128L << 20));
    tests =
        shelves.open(
            ShelfPlan.of(
                    "stress-tests",
                    DataType.ANALYTICS,
                    PortfolioShelves.OwnedPortfolio::text,
                    PortfolioShelves.OwnedPortfolio::parse,
                    Codec.json(StressTest.class),
                    (PortfolioShelves.OwnedPortfolio key, Instant asOf) ->
                        Result.success(
                            risk.stressTest(
                                key.caller(), key.portfolio(), asOf, risk.defaultSessions())),
                    (key, test) -> madeOf(key, symbols(test)))
                .withStale(Duration.ofSeconds(60), Duration.ofHours(1))
                .withError(
                    (served, truth) ->
                        apart(served.scenarios().maximumLoss(), truth.scenarios().maximumLoss()))
                .withRoom(5_000, 128L << 20));
    exposures =
        shelves.open(
            ShelfPlan.of(
                    "risk-exposures",
                    DataType.ANALYTICS,
                    PortfolioShelves.OwnedPortfolio::text,
                    PortfolioShelves.OwnedPortfolio::parse,
                    Codec.json(Shelved.Exposures.class),
                    (PortfolioShelves.OwnedPortfolio key, Instant asOf) ->
                        Result.success(
                            risk.shelvedExposures(
                                key.caller(), key.portfolio(), asOf, risk.defaultSessions())),
                    (key, shelved) -> madeOf(key, shelved.symbols()))
                .withStale(Duration.ofSeconds(60), Duration.ofHours(1))
                .withError(
                    (served, truth) ->
                        apart(marketBeta(served.report()), marketBeta(truth.report())))
                .withRoom(5_000, 64L << 20));
    scores =
        shelves.open(
            ShelfPlan.of(
                    "risk-scores",
                    DataType.ANALYTICS,
                    PortfolioShelves.OwnedPortfolio::text,
                    PortfolioShelves.OwnedPortfolio::parse,
                    Codec.json(Shelved.Score.class),
                    (PortfolioShelves.OwnedPortfolio key, Instant asOf) ->
                        Result.success(
                            risk.shelvedScore(
                                key.caller(), key.portfolio(), asOf, risk.defaultSessions())),
                    (key, shelved) -> madeOf(key, shelved.symbols()))
                .withStale(Duration.ofSeconds(60), Duration.ofHours(1))
                .withError(
                    (served, truth) -> apart(served.report().score(), truth.report().score()))
                .withRoom(5_000, 64L << 20));
  }

  /** The beta to the first factor, the market; 0 where none could be computed. */
  private static double marketBeta(ExposureReport report) {
    ExposureReport.Factors factors = report.factors();
    return factors == null || factors.items().isEmpty() ? 0 : factors.items().get(0).beta();
  }

  private static double level(VarReport report) {
    VarReport.Level level = report.levels().get("99");
    return level == null ? 0 : level.valueAtRisk();
  }

  private static double apart(double served, double truth) {
    return Math.abs(served - truth) / Math.max(1e-9, Math.abs(truth)) * BASIS_POINTS;
  }

  private static Set<String> symbols(VarReport report) {
    Set<String> symbols = new HashSet<>();
    report.contributions().forEach(c -> symbols.add(c.symbol()));
    return symbols;
  }

  private static Set<String> symbols(StressTest test) {
    Set<String> symbols = new HashSet<>(Set.of(test.scenarios().benchmark()));
    test.scenarios()
        .reverse()
        .forEach(reverse -> reverse.moves().forEach(m -> symbols.add(m.symbol())));
    return symbols;
  }

  private static Set<Ingredient> madeOf(PortfolioShelves.OwnedPortfolio key, Set<String> symbols) {
    Set<Ingredient> madeOf = new HashSet<>();
    madeOf.add(Ingredient.portfolio(key.portfolio()));
    symbols.forEach(s -> madeOf.add(Ingredient.symbol(s)));
    return madeOf;
  }

  /**
   * Tomorrow's value at risk of the caller's portfolio.
   *
   * @param sessions look-back in trading days, 100 to 2520
   */
  public Result<Served<VarReport>> valueAtRisk(Caller caller, UUID portfolio, int sessions) {
    return tails.get(
        new PortfolioShelves.LookBack(
            new PortfolioShelves.OwnedPortfolio(caller.id(), portfolio), sessions));
  }

  /** Where a portfolio's value at risk of the usual look-back lies, and its stress test. */
  public List<PageNeeds.Wanted> reportsOf(UUID owner, UUID portfolio) {
    PortfolioShelves.OwnedPortfolio key = new PortfolioShelves.OwnedPortfolio(owner, portfolio);
    return List.of(
        new PageNeeds.Wanted(
            tails.name(), new PortfolioShelves.LookBack(key, risk.defaultSessions()).text()),
        new PageNeeds.Wanted(tests.name(), key.text()));
  }

  /** The stress test of the caller's portfolio. */
  public Result<Served<StressTest>> stressTest(Caller caller, UUID portfolio) {
    return tests.get(new PortfolioShelves.OwnedPortfolio(caller.id(), portfolio));
  }

  /** What the caller's holdings follow, and what of them stands out. */
  public Result<Served<ExposureReport>> exposures(Caller caller, UUID portfolio) {
    return exposures
        .get(new PortfolioShelves.OwnedPortfolio(caller.id(), portfolio))
        .map(served -> served.map(Shelved.Exposures::report));
  }

  /** How risky the caller's holdings are, 0 to 100. */
  public Result<Served<RiskScore>> score(Caller caller, UUID portfolio) {
    return scores
        .get(new PortfolioShelves.OwnedPortfolio(caller.id(), portfolio))
        .map(served -> served.map(Shelved.Score::report));
  }
}
