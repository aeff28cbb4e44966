package magnus.risk.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Collection;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import magnus.risk.RealBars;
import magnus.risk.var.Confidence;
import magnus.risk.var.TailLoss;
import org.hipparchus.stat.correlation.Covariance;
import org.hipparchus.stat.descriptive.moment.StandardDeviation;
import org.hipparchus.stat.regression.SimpleRegression;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every figure against a second computation, to 1e-9 relative. */
class FiguresAgreeTest {

  private static final double TOLERANCE = 1e-9;
  private static final double RATE = 0.0425;

  /** Calm, rough, with a large mean beside a small spread, short, and long ones. */
  static Stream<double[]> series() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(17);
    return Stream.of(
        random(random, 252, 0.0004, 0.01),
        random(random, 1000, -0.001, 0.03),
        random(random, 500, 0.5, 1e-6),
        random(random, 100, 0.0, 0.02),
        random(random, 101, 0.01, 0.005));
  }

  private static double[] random(RandomGenerator random, int n, double mean, double deviation) {
    return random.doubles(n).map(u -> mean + deviation * random.nextGaussian()).toArray();
  }

  @ParameterizedTest
  @MethodSource("series")
  void ofRandomSeries(double[] returns) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(18);
    double[] market =
        java.util.Arrays.stream(returns)
            .map(r -> 0.6 * r + 0.004 * random.nextGaussian())
            .toArray();
    agree(returns, market);
  }

  @Test
  void ofSpyAndStocks() {
    double[] spy = returns(RealBars.closes(RealBars.SPY).get("SPY").values());
    agree(spy, spy);
    var stocks = RealBars.closes(RealBars.SIXTY_STOCKS);
    TreeMap<LocalDate, Double> first = stocks.get("A");
    TreeMap<LocalDate, Double> second = stocks.get("ABT");
    second.keySet().retainAll(first.keySet());
    first.keySet().retainAll(second.keySet());
    agree(returns(second.values()), returns(first.values()));
  }

  private static double[] returns(Collection<Double> closes) {
    double[] c = closes.stream().mapToDouble(Double::doubleValue).toArray();
    double[] r = new double[c.length - 1];
    for (int i = 0; i < r.length; i++) {
      r[i] = c[i + 1] / c[i] - 1;
    }
    return r;
  }

  private static void agree(double[] returns, double[] market) {
    DailyReturns series = daily(returns);
    double volatility = Volatility.of(series).find().orElseThrow();
    same(volatility, SecondOpinion.volatility(returns));
    same(volatility, new StandardDeviation().evaluate(returns) * Math.sqrt(252));

    double beta = MarketBeta.of(series, daily(market)).find().orElseThrow();
    same(beta, SecondOpinion.beta(returns, market));
    SimpleRegression regression = new SimpleRegression();
    for (int i = 0; i < returns.length; i++) {
      regression.addData(market[i], returns[i]);
    }
    same(beta, regression.getSlope());
    same(Moments.covariance(returns, market), new Covariance().covariance(returns, market, true));

    same(
        RewardToRisk.sharpe(series, RATE).find().orElseThrow(),
        SecondOpinion.sharpe(returns, RATE));
    if (java.util.Arrays.stream(returns).anyMatch(r -> r < 0)) {
      same(
          RewardToRisk.sortino(series, RATE).find().orElseThrow(),
          SecondOpinion.sortino(returns, RATE));
      same(
          Drawdown.maximum(series).find().orElseThrow().depth(),
          SecondOpinion.maximumDrawdown(returns));
    }
    for (Confidence confidence : Confidence.values()) {
      TailLoss tail = TailLoss.ofSample(returns, confidence).find().orElseThrow();
      same(tail.valueAtRisk(), SecondOpinion.valueAtRisk(returns, confidence.percent()));
      same(
          tail.expectedShortfall(), SecondOpinion.expectedShortfall(returns, confidence.percent()));
    }
  }

  static DailyReturns daily(double... returns) {
    int[] days = java.util.stream.IntStream.rangeClosed(1, returns.length).toArray();
    return new DailyReturns(0, days, returns);
  }

  private static void same(double computed, double expected) {
    assertThat(computed).isCloseTo(expected, within(TOLERANCE * Math.abs(expected)));
  }
}
