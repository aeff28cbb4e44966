package magnus.cache.freshness;

import static magnus.cache.freshness.StatedMarket.NOON;
import static magnus.cache.freshness.StatedMarket.question;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.SplittableRandom;
import magnus.cache.DataType;
import magnus.cache.MarketSense;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorBoundedPolicyTest {

  @ParameterizedTest
  @CsvSource({
    "10, 0.8, 0",
    "10, 0.8, 1e-7",
    "10, 0.8, 0.01",
    "10, 0.8, 3",
    "1, 2, 40",
    "50, 0.1, 1e-3"
  })
  void solvesItsEquation(double epsilon, double speed, double rate) {
    double l = ErrorBoundedPolicy.until(epsilon, speed, rate);
    assertThat(speed * Math.sqrt(l) * (1 + rate * l / 3))
        .isCloseTo(epsilon, within(1e-6 * epsilon));
  }

  /**
   * The allocation against another one at the same price of a call, by the cost that it is least
   * in.
   */
  @ParameterizedTest
  @CsvSource({"10, 0.8, 0.01", "10, 0.8, 3", "1, 2, 40", "50, 0.5, 1e-3"})
  void noOtherLifespanCostsLess(double price, double speed, double rate) {
    double best = ErrorBoundedPolicy.until(price, speed, rate);
    for (double factor : new double[] {0.1, 0.5, 0.9, 1.1, 2, 10}) {
      assertThat(cost(best, price, speed, rate))
          .isLessThan(cost(best * factor, price, speed, rate));
    }
  }

  private static double cost(double l, double price, double speed, double rate) {
    return (2.0 / 3 * rate * speed * Math.pow(l, 1.5) + price) / (l + 1 / rate);
  }

  /** The derivation's mean error against drawn accesses and drawn moves, to within 1.5 per cent. */
  @Test
  void meanErrorComesOutAsDerived() {
    SplittableRandom random = new SplittableRandom(1);
    double l = 60;
    double rate = 0.05;
    double sigma = 1;
    double errors = 0;
    long answers = 0;
    for (int cycle = 0; cycle < 200_000; cycle++) {
      answers++;
      double price = 0;
      double at = 0;
      while (true) {
        double wait = -Math.log(1 - random.nextDouble()) / rate;
        at += wait;
        if (at > l) {
          break;
        }
        price += sigma * Math.sqrt(wait) * random.nextGaussian();
        errors += Math.abs(price);
        answers++;
      }
    }
    double a = sigma * Math.sqrt(2 / Math.PI);
    double derived = 2.0 / 3 * rate * a * Math.pow(l, 1.5) / (1 + rate * l);
    assertThat(errors / answers).isCloseTo(derived, within(0.015 * derived));
  }

  @Test
  void aSeldomAskedQuoteOfAMiddlingDayLivesAsLongAsEpsilonAllows() {
    // 1.5 % a day: about 0.55 bp after a second at noon, so 10 bp after about 5.5 minutes.
    Lifespan lifespan =
        new ErrorBoundedPolicy(StatedMarket.of(0.015), type -> 10)
            .choose(question(DataType.QUOTE, NOON, 1e-5, "AAPL"));
    Addition.addsUp(lifespan);
    assertThat(lifespan.duration().toSeconds()).isBetween(250L, 400L);
    assertThat(lifespan.factors().get(0).input()).contains("1.5 %", "ε = 10.0 bp");
  }

  @Test
  void pricesMoveFasterAfterTheBellThanAtNoon() {
    LifespanPolicy policy = new ErrorBoundedPolicy(StatedMarket.of(0.015), type -> 10);
    Instant open = Instant.parse("2024-05-01T13:30:00Z");
    long atOpen =
        policy.choose(question(DataType.QUOTE, open, 1e-5, "AAPL")).duration().toSeconds();
    long atNoon =
        policy.choose(question(DataType.QUOTE, NOON, 1e-5, "AAPL")).duration().toSeconds();
    assertThat((double) atNoon / atOpen).isBetween(3.5, 6.0);
  }

  @Test
  void theShapeOfTheDayKeepsItsVariance() {
    double sum = 0;
    for (int i = 0; i < 1_000; i++) {
      sum += Math.pow(IntradayPattern.volatility((i + 0.5) / 1_000), 2) / 1_000;
    }
    assertThat(sum).isCloseTo(1, within(1e-4));
  }

  @Test
  void manySymbolsMoveLessThanOne() {
    StatedMarket sense = StatedMarket.of(0.02);
    sense.market = 0.01;
    for (String symbol : new String[] {"MSFT", "TSLA", "XOM"}) {
      sense.volatility.put(symbol, 0.02);
    }
    LifespanPolicy policy = new ErrorBoundedPolicy(sense, type -> 10);
    double one =
        policy.choose(question(DataType.POSITIONS, NOON, 1e-5, "AAPL")).duration().toSeconds();
    double four =
        policy
            .choose(question(DataType.POSITIONS, NOON, 1e-5, "AAPL", "MSFT", "TSLA", "XOM"))
            .duration()
            .toSeconds();
    // variance × (1/4 + 3/4 / 4)
    assertThat(one / four).isCloseTo(0.4375, within(0.01));
  }

  @Test
  void withoutAMarketTheBaseHolds() {
    Lifespan lifespan =
        new ErrorBoundedPolicy(MarketSense.none(), type -> 10)
            .choose(question(DataType.OPTION_CHAIN, NOON, 1, "AAPL"));
    assertThat(lifespan.duration()).hasSeconds(60);
    assertThat(lifespan.factors()).anyMatch(f -> f.source().equals("none known"));
  }
}
