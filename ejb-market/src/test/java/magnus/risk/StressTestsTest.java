package magnus.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import magnus.basics.json.Json;
import magnus.basics.time.Session;
import magnus.basics.time.TradingCalendar;
import magnus.identity.Caller;
import magnus.identity.Role;
import magnus.market.OptionChain.Right;
import magnus.portfolio.OptionContract;
import magnus.portfolio.Transaction;
import magnus.portfolio.TransactionType;
import org.junit.jupiter.api.Test;

class StressTestsTest {

  private static final LocalDate TODAY = LocalDate.of(2017, 3, 15);
  private static final Instant AS_OF =
      TradingCalendar.newYork().getSession(TODAY).close().plusSeconds(3600);
  private static final Caller OWNER = new Caller(new UUID(0, 7), "ann", Set.of(Role.USER));
  private static final Map<String, String> PARAMETERS =
      Map.of("portfolio", LedgerPortfolios.ID.toString(), "sessions", "600");

  private final BarsMarket market = market();

  /** A leans on the market, B on energy; M is a money market fund. */
  private static BarsMarket market() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(5);
    double[] price = {200, 60, 100, 50, 1};
    String[] names = {"SPY", "XLE", "A", "B", "M"};
    Map<String, TreeMap<LocalDate, Double>> series = new TreeMap<>();
    for (Session session :
        TradingCalendar.newYork().sessions(LocalDate.of(2014, 1, 2), LocalDate.of(2017, 6, 30))) {
      double wide = 0.008 * random.nextGaussian();
      double energy = 0.01 * random.nextGaussian();
      double wild = session.date().equals(TODAY) ? -0.2 : 0;
      price[0] *= 1 + wide;
      price[1] *= 1 + wide + energy;
      price[2] *= 1 + 1.5 * wide + 0.004 * random.nextGaussian() + wild;
      price[3] *= 1 + wide + 2 * energy + 0.004 * random.nextGaussian();
      for (int i = 0; i < names.length; i++) {
        series.computeIfAbsent(names[i], n -> new TreeMap<>()).put(session.date(), price[i]);
      }
    }
    BarsMarket made = new BarsMarket();
    series.forEach((symbol, closes) -> made.symbol(symbol, "Energy", closes));
    return made;
  }

  private static Transaction buy(String symbol, int quantity) {
    return Transaction.draft(TransactionType.BUY, LocalDate.of(2016, 1, 4))
        .symbol(symbol)
        .quantity(BigDecimal.valueOf(quantity))
        .price(BigDecimal.TEN)
        .build();
  }

  private static List<Transaction> transactions() {
    List<Transaction> all = new ArrayList<>();
    all.add(
        Transaction.draft(TransactionType.DEPOSIT, LocalDate.of(2016, 1, 4))
            .amount(new BigDecimal(20_000))
            .build());
    all.add(buy("A", 100));
    all.add(buy("B", 100));
    all.add(buy("M", 1000));
    all.add(buy("NOWHERE", 3));
    all.add(
        Transaction.draft(TransactionType.SELL_TO_OPEN, LocalDate.of(2017, 1, 17))
            .option(
                OptionContract.of("A", LocalDate.of(2017, 6, 16), new BigDecimal(90), Right.PUT))
            .quantity(BigDecimal.ONE)
            .price(new BigDecimal(4))
            .build());
    return all;
  }

  private RiskReader reader() {
    return new RiskReader(new LedgerPortfolios(market, OWNER, transactions()), () -> market);
  }

  private RiskSnapshot snapshot() {
    return reader().snapshot(OWNER, LedgerPortfolios.ID, AS_OF, 600);
  }

  private MemoryContext test(boolean forgets) throws Exception {
    return new MemoryContext(OWNER, AS_OF, PARAMETERS, forgets)
        .run(StressTests.steps(reader(), () -> market, (caller, portfolio) -> {}));
  }

  @Test
  void sendsItsPartsAndTheSameAfterARestart() throws Exception {
    MemoryContext run = test(false);
    assertThat(run.events.keySet())
        .containsExactly("stress_scenarios", "projection", "exposures", "risk_score");
    assertThat(test(true).events).isEqualTo(run.events);
    for (String part : run.events.keySet()) {
      assertThat(run.event(part).get("missing").findValuesAsText("symbol"))
          .as(part)
          .contains("NOWHERE");
    }
  }

  /** What never moves takes no part in a joint move, and prevents none. */
  @Test
  void aMoneyMarketFundPreventsNothing() {
    StressReport stress = StressOfSnapshot.compute(snapshot());
    assertThat(stress.reverse()).extracting(StressReport.Reverse::asked).contains(0.05, 0.1, 0.2);
    assertThat(stress.reverse().get(0).moves())
        .extracting(StressReport.Move::symbol)
        .containsExactlyInAnyOrder("A", "B");
    VarReport tails = VarOfSnapshot.compute(snapshot());
    assertThat(tails.simulated()).isNotNull();
    assertThat(tails.compared()).hasSize(3);
    assertThat(tails.compared())
        .allSatisfy(c -> assertThat(c.levels()).containsOnlyKeys("95", "99"));
  }

  @Test
  void theGridTellsItsWorstCell() throws Exception {
    ProjectionReport grid = ProjectionOfSnapshot.compute(snapshot());
    assertThat(grid.cells())
        .hasSize(grid.prices().size() * grid.volatilities().size() * grid.days().size());
    for (ProjectionReport.Cell cell : grid.cells()) {
      assertThat(cell.gain()).isGreaterThanOrEqualTo(grid.worst().gain());
      assertThat(cell.gain()).isLessThanOrEqualTo(grid.best().gain());
      if (cell.price() == 0 && cell.volatility() == 0 && cell.days() == 0) {
        assertThat(cell.gain().doubleValue()).isCloseTo(0, within(0.01));
      }
    }
    assertThat(grid.atEdge()).isTrue();
    // a short put loses more where volatility is higher
    assertThat(gain(grid, -0.1, 0.2)).isLessThan(gain(grid, -0.1, 0));
    JsonNode json = Json.mapper().valueToTree(grid);
    assertThat(Json.mapper().treeToValue(json, ProjectionReport.class)).isEqualTo(grid);
  }

  private static BigDecimal gain(ProjectionReport grid, double price, double volatility) {
    return grid.cells().stream()
        .filter(c -> c.price() == price && c.volatility() == volatility && c.days() == 0)
        .findFirst()
        .orElseThrow()
        .gain();
  }

  @Test
  void findsWhatTheHoldingsFollowAndWhatIsWild() {
    ExposureReport report = ExposuresOfSnapshot.compute(snapshot(), market);
    ExposureReport.Factors factors = report.factors();
    assertThat(factors).isNotNull();
    assertThat(factors.items())
        .extracting(ExposureReport.Factor::name)
        .containsExactly("Market", "Energy");
    assertThat(factors.items()).allSatisfy(f -> assertThat(f.t()).isGreaterThan(2));
    assertThat(factors.items().stream().mapToDouble(ExposureReport.Factor::share).sum())
        .isCloseTo(factors.rSquared(), within(1e-9));
    assertThat(report.anomalies().items())
        .extracting(ExposureReport.Anomaly::symbol)
        .containsExactly("A");
    assertThat(report.anomalies().falseAlarms()).isLessThan(0.01);
  }

  @Test
  void partsOfTheScoreAddUp() {
    RiskSnapshot snapshot = snapshot();
    RiskScore score =
        ScoreOfReports.compute(
            MetricsOfSnapshot.compute(snapshot), StressOfSnapshot.compute(snapshot));
    assertThat(score.parts()).hasSize(5);
    assertThat(score.parts().stream().mapToDouble(RiskScore.Part::points).sum())
        .isCloseTo(score.score(), within(1e-9));
    assertThat(score.parts().stream().mapToDouble(RiskScore.Part::most).sum())
        .isCloseTo(100, within(1e-9));
    assertThat(score.band()).isEqualTo(RiskScore.bandOf(score.score()));
    assertThat(RiskScore.bandOf(0)).isEqualTo("LOW");
    assertThat(RiskScore.bandOf(100)).isEqualTo("VERY_HIGH");
  }

  /** Nothing held: every answer comes, and says what it lacks. */
  @Test
  void anEmptyPortfolioIsToldAsSuch() {
    RiskSnapshot empty =
        new RiskReader(new LedgerPortfolios(market, OWNER, List.of()), () -> market)
            .snapshot(OWNER, LedgerPortfolios.ID, AS_OF, 600);
    assertThat(StressOfSnapshot.compute(empty).notComputed()).isNotEmpty();
    assertThat(ProjectionOfSnapshot.compute(empty).maximumLoss()).isZero();
    assertThat(ExposuresOfSnapshot.compute(empty, market).factors()).isNull();
    RiskScore score =
        ScoreOfReports.compute(MetricsOfSnapshot.compute(empty), StressOfSnapshot.compute(empty));
    assertThat(score.band()).isEqualTo("UNKNOWN");
    assertThat(VarOfSnapshot.compute(empty).levels()).isEmpty();
  }
}
