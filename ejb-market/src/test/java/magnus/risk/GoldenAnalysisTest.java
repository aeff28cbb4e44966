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
import magnus.basics.time.TradingCalendar;
import magnus.identity.Caller;
import magnus.identity.Role;
import magnus.portfolio.Transaction;
import magnus.portfolio.TransactionType;
import magnus.risk.metrics.SecondOpinion;
import org.junit.jupiter.api.Test;

/**
 * A small portfolio on real prices, every figure once more from the file itself: three stocks,
 * cash, and the mean of all the others as the market.
 */
class GoldenAnalysisTest {

  private static final LocalDate TODAY = LocalDate.of(2017, 12, 29);
  private static final int SESSIONS = 500;
  private static final double RATE = 0.015;
  private static final Map<String, Integer> HELD = Map.of("ABT", 100, "BAC", 300, "AMD", 250);
  private static final double CASH = 2500;

  private final Map<String, TreeMap<LocalDate, Double>> closes =
      RealBars.closes(RealBars.SIXTY_STOCKS);
  private final List<LocalDate> days =
      new ArrayList<>(closes.get("ABT").headMap(TODAY, true).keySet());

  /** Grows with the mean return of the stocks that have the whole history. */
  private TreeMap<LocalDate, Double> market() {
    List<TreeMap<LocalDate, Double>> whole =
        closes.values().stream().filter(c -> c.size() == 1259).toList();
    TreeMap<LocalDate, Double> index = new TreeMap<>();
    double level = 100;
    LocalDate before = null;
    for (LocalDate day : closes.get("ABT").keySet()) {
      double sum = 0;
      for (TreeMap<LocalDate, Double> c : whole) {
        sum += before == null ? 0 : c.get(day) / c.get(before) - 1;
      }
      level *= 1 + sum / whole.size();
      index.put(day, level);
      before = day;
    }
    return index;
  }

  private JsonNode analyse(TreeMap<LocalDate, Double> index) throws Exception {
    BarsMarket market = new BarsMarket().rate(RATE).symbol("SPY", "Funds", index);
    HELD.keySet().forEach(s -> market.symbol(s, "Sector of " + s, closes.get(s)));
    List<Transaction> all = new ArrayList<>();
    double cost = 0;
    for (String symbol : HELD.keySet().stream().sorted().toList()) {
      cost += HELD.get(symbol) * 10.0;
      all.add(
          Transaction.draft(TransactionType.BUY, LocalDate.of(2016, 1, 4))
              .symbol(symbol)
              .quantity(new BigDecimal(HELD.get(symbol)))
              .price(BigDecimal.TEN)
              .build());
    }
    all.add(
        0,
        Transaction.draft(TransactionType.DEPOSIT, LocalDate.of(2016, 1, 4))
            .amount(BigDecimal.valueOf(cost + CASH))
            .build());
    Caller owner = new Caller(new UUID(0, 7), "ann", Set.of(Role.USER));
    Instant asOf = TradingCalendar.newYork().getSession(TODAY).close().plusSeconds(60);
    LedgerPortfolios portfolios = new LedgerPortfolios(market, owner, all);
    Map<String, String> parameters =
        Map.of("portfolio", LedgerPortfolios.ID.toString(), "sessions", "" + SESSIONS);
    return new MemoryContext(owner, asOf, parameters, false)
        .run(PortfolioAnalysis.steps(new RiskReader(portfolios, () -> market)))
        .event("risk_metrics");
  }

  @Test
  void everyFigureAgrees() throws Exception {
    TreeMap<LocalDate, Double> index = market();
    double value = CASH;
    for (String symbol : HELD.keySet()) {
      value += HELD.get(symbol) * closes.get(symbol).get(TODAY);
    }
    double[] portfolio = new double[SESSIONS];
    double[] market = new double[SESSIONS];
    for (int i = 0; i < SESSIONS; i++) {
      LocalDate day = days.get(days.size() - SESSIONS + i);
      LocalDate before = days.get(days.size() - SESSIONS + i - 1);
      for (String symbol : HELD.keySet()) {
        TreeMap<LocalDate, Double> c = closes.get(symbol);
        portfolio[i] += HELD.get(symbol) * c.get(TODAY) * (c.get(day) / c.get(before) - 1) / value;
      }
      market[i] = index.get(day) / index.get(before) - 1;
    }
    JsonNode risk = analyse(index);
    assertThat(risk.get("days").intValue()).isEqualTo(SESSIONS);
    assertThat(risk.get("missing")).isEmpty();
    same(risk, "/value", value);
    same(risk, "/volatility", SecondOpinion.volatility(portfolio));
    same(risk, "/beta", SecondOpinion.beta(portfolio, market));
    same(risk, "/sharpe", SecondOpinion.sharpe(portfolio, RATE));
    same(risk, "/sortino", SecondOpinion.sortino(portfolio, RATE));
    same(risk, "/maximumDrawdown/depth", SecondOpinion.maximumDrawdown(portfolio));
    for (int level : new int[] {95, 99}) {
      same(risk, "/var/" + level + "/historical", SecondOpinion.valueAtRisk(portfolio, level));
      same(
          risk,
          "/var/" + level + "/expectedShortfall",
          SecondOpinion.expectedShortfall(portfolio, level));
    }
    double squares = 0;
    for (String symbol : HELD.keySet()) {
      double weight = HELD.get(symbol) * closes.get(symbol).get(TODAY) / (value - CASH);
      squares += weight * weight;
    }
    same(risk, "/concentration/herfindahl", squares);
    assertThat(risk.at("/concentration/largest/symbol").textValue()).isEqualTo("BAC");
  }

  private static void same(JsonNode risk, String path, double expected) {
    assertThat(risk.at(path).asDouble())
        .as(path)
        .isCloseTo(expected, within(1e-9 * Math.abs(expected)));
  }
}
