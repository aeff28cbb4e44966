package magnus.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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
import magnus.basics.problem.Refusal;
import magnus.basics.time.Session;
import magnus.basics.time.TradingCalendar;
import magnus.identity.Caller;
import magnus.identity.Role;
import magnus.market.CorporateAction;
import magnus.market.OptionChain.Right;
import magnus.market.Source;
import magnus.portfolio.OptionContract;
import magnus.portfolio.Transaction;
import magnus.portfolio.TransactionDraft;
import magnus.portfolio.TransactionType;
import org.junit.jupiter.api.Test;

class PortfolioAnalysisTest {

  private static final LocalDate TODAY = LocalDate.of(2017, 3, 15);
  private static final Instant AS_OF =
      TradingCalendar.newYork().getSession(TODAY).close().plusSeconds(3600);
  private static final Caller OWNER = new Caller(new UUID(0, 7), "ann", Set.of(Role.USER));
  private static final Map<String, String> PARAMETERS =
      Map.of("portfolio", LedgerPortfolios.ID.toString(), "sessions", "600");

  private final BarsMarket market = market();

  private static BarsMarket market() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(42);
    BarsMarket made = new BarsMarket();
    Map<String, TreeMap<LocalDate, Double>> series = new TreeMap<>();
    double spy = 200;
    double[] others = {100, 50, 20};
    for (Session session :
        TradingCalendar.newYork().sessions(LocalDate.of(2014, 1, 2), LocalDate.of(2017, 6, 30))) {
      double move = 0.0003 + 0.008 * random.nextGaussian();
      spy *= 1 + move;
      series.computeIfAbsent("SPY", s -> new TreeMap<>()).put(session.date(), spy);
      for (int i = 0; i < others.length; i++) {
        others[i] *= 1 + (0.8 + 0.3 * i) * move + 0.01 * random.nextGaussian();
        series
            .computeIfAbsent("S" + i, s -> new TreeMap<>())
            .put(session.date(), Math.round(others[i] * 100) / 100.0);
      }
    }
    TreeMap<LocalDate, Double> young = new TreeMap<>(series.get("S2").tailMap(TODAY.minusDays(40)));
    made.symbol("YOUNG", "Energy", young);
    made.symbol("SPY", "Funds", series.get("SPY"));
    made.symbol("S0", "Financials", series.get("S0"));
    made.symbol("S1", "Energy", series.get("S1"));
    made.symbol("S2", "Energy", series.get("S2"));
    made.action(
        new CorporateAction(
            "S0",
            LocalDate.of(2016, 5, 2),
            CorporateAction.Kind.DIVIDEND,
            new BigDecimal("0.50"),
            Source.IMPORTED));
    return made;
  }

  private static List<Transaction> transactions() {
    List<Transaction> all = new ArrayList<>();
    all.add(cash(TransactionType.DEPOSIT, "2016-01-04", "60000"));
    all.add(trade(TransactionType.BUY, "2016-01-04", "S0", "100"));
    all.add(trade(TransactionType.BUY, "2016-02-01", "S1", "200"));
    all.add(trade(TransactionType.BUY, "2017-02-21", "YOUNG", "10"));
    all.add(trade(TransactionType.BUY, "2016-03-01", "NOWHERE", "5"));
    all.add(
        Transaction.draft(TransactionType.SELL_TO_OPEN, LocalDate.parse("2017-01-17"))
            .option(
                OptionContract.of("S0", LocalDate.of(2017, 6, 16), new BigDecimal(110), Right.CALL))
            .quantity(BigDecimal.ONE)
            .price(new BigDecimal("4"))
            .build());
    all.sort(java.util.Comparator.comparing(Transaction::date));
    return all;
  }

  private static Transaction cash(TransactionType type, String date, String amount) {
    return Transaction.draft(type, LocalDate.parse(date)).amount(new BigDecimal(amount)).build();
  }

  private static Transaction trade(
      TransactionType type, String date, String symbol, String quantity) {
    TransactionDraft draft = Transaction.draft(type, LocalDate.parse(date));
    return draft
        .symbol(symbol)
        .quantity(new BigDecimal(quantity))
        .price(new BigDecimal("60"))
        .build();
  }

  private static MemoryContext analyse(
      BarsMarket market, List<Transaction> transactions, boolean forgets) throws Exception {
    LedgerPortfolios portfolios = new LedgerPortfolios(market, OWNER, transactions);
    return new MemoryContext(OWNER, AS_OF, PARAMETERS, forgets)
        .run(PortfolioAnalysis.steps(new RiskReader(portfolios, () -> market)));
  }

  private RiskSnapshot snapshot() {
    LedgerPortfolios portfolios = new LedgerPortfolios(market, OWNER, transactions());
    return new RiskReader(portfolios, () -> market)
        .snapshot(OWNER, LedgerPortfolios.ID, AS_OF, 600);
  }

  @Test
  void gradesItsOwnValueAtRisk() {
    VarReport report = VarOfSnapshot.compute(snapshot());
    assertThat(report.notComputed()).isEmpty();
    assertThat(report.missing()).extracting(m -> m.symbol()).contains("NOWHERE", "YOUNG");
    for (String level : List.of("95", "99")) {
      VarReport.Level tail = report.levels().get(level);
      assertThat(tail.expectedShortfall()).isGreaterThan(tail.valueAtRisk());
      assertThat(tail.valueAtRisk()).isBetween(0.001, 0.1);
      VarReport.Record graded = tail.record();
      assertThat(graded).isNotNull();
      assertThat(graded.days()).isEqualTo(350);
      assertThat(graded.kupiec()).isGreaterThan(0.01);
    }
    assertThat(report.series()).hasSize(VarReport.MOST_DAYS);
    VarReport.GradedDay newest = report.series().get(VarReport.MOST_DAYS - 1);
    assertThat(report.last()).isNotNull();
    assertThat(report.last().date()).isEqualTo(newest.date()).isEqualTo(TODAY);
    assertThat(report.last().verdict().equals("within"))
        .isEqualTo(-newest.profit() <= newest.valueAtRisk95());
    assertThat(report.simulated()).isNotNull();
    assertThat(
            report.contributions().stream().mapToDouble(VarReport.Contribution::valueAtRisk).sum())
        .isCloseTo(report.simulated().valueAtRisk(), within(1e-12));
    assertThat(
            report.contributions().stream()
                .mapToDouble(VarReport.Contribution::expectedShortfall)
                .sum())
        .isCloseTo(report.simulated().expectedShortfall(), within(1e-12));
  }

  @Test
  void putsHoldingsUnderStress() {
    StressReport report = StressOfSnapshot.compute(snapshot());
    assertThat(report.scenarios()).extracting(StressReport.Scenario::kind).contains("HISTORICAL");
    for (StressReport.Scenario scenario : report.scenarios()) {
      if (scenario.market() < 0) {
        assertThat(scenario.gain()).as(scenario.name()).isNegative();
        assertThat(scenario.worst()).isNotNull();
        assertThat(-scenario.fraction()).isLessThanOrEqualTo(report.maximumLoss() + 1e-6);
      }
    }
    for (StressReport.Reverse one : report.reverse()) {
      assertThat(one.loss()).isCloseTo(one.asked(), within(1e-3 * one.asked()));
    }
    StressReport.Reverse reverse =
        report.reverse().stream().filter(r -> r.asked() == 0.2).findFirst().orElseThrow();
    assertThat(reverse.distance()).isGreaterThan(3);
    assertThat(reverse.moves()).hasSize(2);
  }

  @Test
  void sendsItsEventsInOrder() throws Exception {
    MemoryContext run = analyse(market, transactions(), false);
    assertThat(run.events.keySet())
        .containsExactly("risk_metrics", "sector_exposure", "performance", "summary");
    JsonNode risk = run.event("risk_metrics");
    for (String figure : List.of("volatility", "beta", "sharpe", "sortino", "riskFreeRate")) {
      assertThat(risk.get(figure).isNumber()).as(figure).isTrue();
    }
    assertThat(risk.get("value").isTextual()).isTrue();
    assertThat(risk.get("days").intValue()).isEqualTo(600);
    assertThat(risk.get("to").textValue()).isEqualTo(TODAY.toString());
    assertThat(risk.at("/maximumDrawdown/depth").doubleValue()).isBetween(0.0, 1.0);
    for (String level : List.of("95", "99")) {
      double var = risk.at("/var/" + level + "/historical").doubleValue();
      assertThat(var).isPositive();
      assertThat(risk.at("/var/" + level + "/expectedShortfall").doubleValue())
          .isGreaterThanOrEqualTo(var);
      assertThat(risk.at("/var/" + level + "/filtered").isNumber()).isTrue();
    }
    assertThat(risk.at("/notComputed")).isEmpty();
  }

  @Test
  void namesWhatDoesNotCount() throws Exception {
    JsonNode missing = analyse(market, transactions(), false).event("risk_metrics").get("missing");
    assertThat(missing.findValuesAsText("symbol")).containsExactly("NOWHERE", "YOUNG");
    assertThat(missing.get(1).get("reason").textValue()).contains("needed");
  }

  @Test
  void partsAddUp() throws Exception {
    MemoryContext run = analyse(market, transactions(), false);
    double shares = 0;
    for (JsonNode contribution : run.event("risk_metrics").get("contributions")) {
      shares += contribution.get("share").doubleValue();
    }
    assertThat(shares).isCloseTo(1, within(1e-9));
    JsonNode sectors = run.event("sector_exposure");
    double weights = 0;
    BigDecimal values = BigDecimal.ZERO;
    for (JsonNode item : sectors.get("items")) {
      weights += item.get("weight").doubleValue();
      values = values.add(new BigDecimal(item.get("value").textValue()));
    }
    assertThat(weights).isCloseTo(1, within(1e-12));
    assertThat(values).isEqualByComparingTo(sectors.get("value").textValue());
    assertThat(sectors.get("value")).isEqualTo(run.event("risk_metrics").get("value"));
    assertThat(sectors.at("/items/0/sector").textValue()).isEqualTo("Energy");
    assertThat(sectors.at("/items/0/symbols").toString()).isEqualTo("[\"S1\",\"YOUNG\"]");
  }

  @Test
  void saysWhyThereIsNoReturnWhereSomethingHeldHasNoPrice() throws Exception {
    JsonNode performance = analyse(market, transactions(), false).event("performance");
    assertThat(performance.has("timeWeighted")).isFalse();
    assertThat(performance.get("notComputed").findValuesAsText("figure")).contains("timeWeighted");
  }

  @Test
  void theChartEndsAtTheReturn() throws Exception {
    List<Transaction> priced =
        transactions().stream().filter(t -> !"NOWHERE".equals(t.symbol())).toList();
    JsonNode performance = analyse(market, priced, false).event("performance");
    JsonNode series = performance.get("series");
    assertThat(series.get(0).get("portfolio").doubleValue()).isEqualTo(1);
    assertThat(series.get(series.size() - 1).get("portfolio").doubleValue() - 1)
        .isCloseTo(performance.get("timeWeighted").doubleValue(), within(1e-12));
    assertThat(series.get(series.size() - 1).get("benchmark").doubleValue() - 1)
        .isCloseTo(performance.at("/benchmark/timeWeighted").doubleValue(), within(1e-12));
    assertThat(performance.at("/best/symbol").isTextual()).isTrue();
  }

  @Test
  void isTheSameAfterARestartBetweenAnyTwoSteps() throws Exception {
    assertThat(analyse(market, transactions(), true).events)
        .isEqualTo(analyse(market, transactions(), false).events);
  }

  @Test
  void theFutureChangesNothing() throws Exception {
    BarsMarket other = market.withAnotherFutureAfter(TODAY);
    List<Transaction> more = new ArrayList<>(transactions());
    more.add(cash(TransactionType.WITHDRAWAL, "2017-04-03", "-1000"));
    assertThat(analyse(other, more, false).events)
        .isEqualTo(analyse(market, transactions(), false).events);
    BarsMarket otherPast = market.withAnotherFutureAfter(TODAY.minusDays(30));
    assertThat(analyse(otherPast, transactions(), false).events)
        .isNotEqualTo(analyse(market, transactions(), false).events);
  }

  @Test
  void everySentenceTellsFiguresThatAreThere() throws Exception {
    MemoryContext run = analyse(market, transactions(), false);
    JsonNode summary = run.event("summary");
    assertThat(summary.get("composed").textValue()).isEqualTo("rules");
    assertThat(summary.get("sentences").size()).isGreaterThan(4);
    for (JsonNode sentence : summary.get("sentences")) {
      assertThat(summary.get("text").textValue()).contains(sentence.get("text").textValue());
      assertThat(sentence.get("sources")).isNotEmpty();
      for (JsonNode source : sentence.get("sources")) {
        String[] path = source.textValue().split("\\.", 2);
        JsonNode figure = run.event(path[0]).at("/" + path[1].replace('.', '/'));
        assertThat(figure.isMissingNode() || figure.isNull()).as(source.textValue()).isFalse();
      }
    }
  }

  @Test
  void anEmptyPortfolioIsAnalysedToo() throws Exception {
    MemoryContext run = analyse(market, List.of(), false);
    assertThat(run.event("risk_metrics").get("notComputed").findValuesAsText("figure"))
        .containsExactly("concentration", "returns");
    assertThat(run.event("performance").get("series")).isEmpty();
    assertThat(run.event("summary").get("sentences").size()).isEqualTo(1);
  }

  @Test
  void aShareOfCashHalvesTheRisk() throws Exception {
    List<Transaction> all =
        List.of(
            cash(TransactionType.DEPOSIT, "2016-01-04", "12000"),
            trade(TransactionType.BUY, "2016-01-04", "S0", "100"));
    double price = market.quote("S0", AS_OF).find().orElseThrow().last().doubleValue();
    JsonNode risk = analyse(market, all, false).event("risk_metrics");
    List<Transaction> without =
        List.of(
            cash(TransactionType.DEPOSIT, "2016-01-04", "6000"),
            trade(TransactionType.BUY, "2016-01-04", "S0", "100"));
    // the dividend of half a dollar a share is cash too
    double share = 100 * price / (6050 + 100 * price);
    double alone =
        analyse(market, without, false).event("risk_metrics").get("volatility").doubleValue()
            * (50 + 100 * price)
            / (100 * price);
    assertThat(risk.get("volatility").doubleValue()).isCloseTo(share * alone, within(1e-12));
  }

  @Test
  void onlyTheOwnerMayAsk() {
    LedgerPortfolios portfolios = new LedgerPortfolios(market, OWNER, transactions());
    Caller other = new Caller(new UUID(0, 8), "bob", Set.of(Role.USER));
    assertThatThrownBy(
            () ->
                new RiskReader(portfolios, () -> market)
                    .snapshot(other, LedgerPortfolios.ID, AS_OF, 600))
        .isInstanceOfSatisfying(
            Refusal.class, r -> assertThat(r.kind()).isEqualTo(Refusal.Kind.UNKNOWN));
    assertThatThrownBy(() -> RiskReader.checkSessions(99)).hasMessageContaining("'99'");
  }
}
