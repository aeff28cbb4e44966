package magnus.risk.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import magnus.basics.result.Result;
import magnus.market.BarSeries;
import magnus.market.OptionChain.Right;
import magnus.market.Source;
import magnus.options.pricing.BlackScholes;
import org.junit.jupiter.api.Test;

class HistoricalSimulationTest {

  private static final int[] SESSIONS = IntStream.rangeClosed(0, 40).toArray();

  /** Up one per cent, down one per cent, in turn. */
  private static MarketHistory history(String... symbols) {
    Map<String, Result<BarSeries>> bars = new TreeMap<>();
    for (String symbol : symbols) {
      double[] c = new double[SESSIONS.length];
      c[0] = 100;
      for (int i = 1; i < c.length; i++) {
        c[i] = c[i - 1] * (i % 2 == 1 ? 1.01 : 0.99);
      }
      bars.put(
          symbol, Result.success(new BarSeries(symbol, Source.IMPORTED, SESSIONS, c, c, c, c, c)));
    }
    return MarketHistory.align(SESSIONS, bars, s -> List.of());
  }

  private static HeldPosition shares(String symbol, double units, double price) {
    return new HeldPosition(symbol, symbol, units, price, Optional.empty());
  }

  private static HeldPosition option(
      Right right, double units, double price, double strike, double years) {
    return new HeldPosition(
        "OPT", "A", units, price, Optional.of(new HeldPosition.Terms(right, 100, strike, years)));
  }

  private static double[] returns(double cash, HeldPosition... positions) {
    return HistoricalSimulation.run(List.of(positions), cash, 0.02, history("A", "B"))
        .returns()
        .find()
        .orElseThrow()
        .returns();
  }

  @Test
  void sharesMoveInProportionAndCashNot() {
    assertThat(returns(0, shares("A", 10, 50))[0]).isCloseTo(0.01, within(1e-15));
    assertThat(returns(500, shares("A", 10, 50))[0]).isCloseTo(0.005, within(1e-15));
    assertThat(returns(1500, shares("A", -10, 50))[0]).isCloseTo(-0.005, within(1e-15));
  }

  @Test
  void optionsAreRevaluedOneDayLater() {
    double price = BlackScholes.value(Right.PUT, 100, 105, 0.5, 0.02, 0.4);
    double moved = BlackScholes.value(Right.PUT, 101, 105, 0.5 - 1.0 / 252, 0.02, 0.4);
    double cash = 20_000;
    double expected = -100 * (moved - price) / (cash - 100 * price);
    assertThat(returns(cash, option(Right.PUT, -100, price, 105, 0.5))[0])
        .isCloseTo(expected, within(1e-8));
  }

  @Test
  void anOptionWithoutTimeValueMovesLikeItsIntrinsicValue() {
    double[] r = returns(0, option(Right.CALL, 100, 20, 80, 0.5));
    assertThat(r[0]).isCloseTo(1.0 / 20, within(1e-12));
    assertThat(returns(0, option(Right.CALL, 100, 0.01, 100, 0))[0]).isCloseTo(100, within(1e-9));
  }

  @Test
  void aCoveredCallIsLessExposedThanItsShares() {
    double price = BlackScholes.value(Right.CALL, 100, 100, 0.25, 0.02, 0.3);
    HistoricalSimulation covered =
        HistoricalSimulation.run(
            List.of(shares("A", 100, 100), option(Right.CALL, -100, price, 100, 0.25)),
            0,
            0.02,
            history("A"));
    double delta = BlackScholes.delta(Right.CALL, 100, 100, 0.25, 0.02, 0.3);
    assertThat(covered.exposures().get("A")).isCloseTo(10_000 * (1 - delta), within(1e-4));
  }

  @Test
  void whatHasNoHistoryIsLeftOutOfTheValueToo() {
    HistoricalSimulation simulation =
        HistoricalSimulation.run(
            List.of(shares("A", 10, 50), shares("UNKNOWN", 10, 50)), 0, 0.02, history("A"));
    assertThat(simulation.coveredValue()).isEqualTo(500);
    assertThat(simulation.exposures()).containsOnlyKeys("A", "UNKNOWN");
  }

  @Test
  void sharesOfVarianceAddUp() {
    Map<String, Double> shares =
        HistoricalSimulation.run(
                List.of(shares("A", 30, 50), shares("B", -10, 50)), 1000, 0.02, history("A", "B"))
            .varianceShares()
            .find()
            .orElseThrow();
    assertThat(shares.get("A")).isCloseTo(1.5, within(1e-12));
    assertThat(shares.get("B")).isCloseTo(-0.5, within(1e-12));
  }

  @Test
  void returnsOfNothingOrLessAreNotDefined() {
    assertThat(failure(1000).orElseThrow()).contains("Nothing is held");
    assertThat(failure(-1000, shares("A", 10, 50)).orElseThrow()).contains("-500");
  }

  private static Optional<String> failure(double cash, HeldPosition... positions) {
    return HistoricalSimulation.run(List.of(positions), cash, 0.02, history("A"))
        .returns()
        .findFailure()
        .map(Result.Failure::detail);
  }
}
