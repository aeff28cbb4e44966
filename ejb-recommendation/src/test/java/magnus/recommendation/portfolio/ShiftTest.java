package magnus.recommendation.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import magnus.market.BarSeries;
import magnus.market.CorporateAction;
import magnus.market.Source;
import magnus.recommendation.Benefit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ShiftTest {

  private static final int DAYS = 253;
  private static final int FIRST = (int) LocalDate.of(2025, 1, 2).toEpochDay();

  private DailyReturns returns;

  private static BarSeries bars(String symbol, double[] moves) {
    int[] days = new int[DAYS];
    double[] close = new double[DAYS];
    double price = 100;
    for (int i = 0; i < DAYS; i++) {
      days[i] = FIRST + i;
      price *= i == 0 ? 1 : 1 + moves[i];
      close[i] = price;
    }
    return new BarSeries(symbol, Source.SIMULATED, days, close, close, close, close, close);
  }

  @BeforeEach
  void market() {
    SplittableRandom random = new SplittableRandom(3);
    double[] market = new double[DAYS];
    double[] wild = new double[DAYS];
    for (int i = 0; i < DAYS; i++) {
      market[i] = 0.01 * random.nextGaussian();
      wild[i] = market[i] + 0.03 * random.nextGaussian();
    }
    BarSeries benchmark = bars("SPY", market);
    returns = new DailyReturns(benchmark);
    returns.add(benchmark, List.of());
    returns.add(bars("WILD", wild), List.of());
  }

  private Shift shift(double aversion) {
    return new Shift(returns, Map.of("WILD", 0.6, "SPY", 0.4), "SPY", 100_000, aversion, 0.04);
  }

  @Test
  void spreadingOneNameIsWorthMoreToTheCautious() {
    Map<String, Double> change = Map.of("WILD", -0.3, "SPY", 0.3);
    double bold = shift(2).benefit(change, 0, "USD").amount().doubleValue();
    double cautious = shift(8).benefit(change, 0, "USD").amount().doubleValue();
    assertThat(bold).isPositive();
    assertThat(cautious).isGreaterThan(3 * bold);
    assertThat(shift(4).volatilityAfter(change)).isLessThan(shift(4).volatility());
  }

  @Test
  void theAmountIsTheChangeOfTheCertaintyEquivalent() {
    Map<String, Double> change = Map.of("WILD", -0.3, "SPY", 0.3);
    double before = Math.pow(shift(4).volatility(), 2);
    double after = Math.pow(shift(4).volatilityAfter(change), 2);
    double[] market = returns.mix(Map.of("SPY", 1.0));
    double beta =
        0.3
            - 0.3
                * DailyReturns.covariance(returns.mix(Map.of("WILD", 1.0)), market)
                / DailyReturns.variance(market);
    double expected =
        2 * (before - after) * 100_000 + beta * Shift.PREMIUM * 100_000 - Shift.COST * 60_000;
    Benefit benefit = shift(4).benefit(change, 0, "USD");
    assertThat(benefit.amount().doubleValue()).isCloseTo(expected, within(0.01));
    assertThat(benefit.low()).isLessThan(benefit.amount());
  }

  @Test
  void onlyTheYearsInterestOnTheTaxCounts() {
    Map<String, Double> change = Map.of("WILD", -0.3, "SPY", 0.3);
    double without = shift(4).benefit(change, 0, "USD").amount().doubleValue();
    double with = shift(4).benefit(change, 5_000, "USD").amount().doubleValue();
    assertThat(without - with).isCloseTo(200, within(0.011));
  }

  @Test
  void aSplitIsNoLoss() {
    BarSeries whole = bars("S", new double[DAYS]);
    double[] close = whole.close().clone();
    for (int i = 100; i < DAYS; i++) {
      close[i] /= 4;
    }
    BarSeries split =
        new BarSeries("S", Source.SIMULATED, whole.days(), close, close, close, close, close);
    CorporateAction action =
        new CorporateAction(
            "S",
            LocalDate.ofEpochDay(FIRST + 100),
            CorporateAction.Kind.SPLIT,
            BigDecimal.valueOf(4),
            Source.SIMULATED);
    assertThat(returns.add(split, List.of(action))).isTrue();
    assertThat(returns.growth("S")).isCloseTo(0, within(1e-12));
  }
}
