package magnus.backtests.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StrategyWalkTest {

  private static PastPrices market(int symbols, int n, double cash) {
    Random random = new Random(11);
    double[][] close = new double[symbols][n];
    for (int s = 0; s < symbols; s++) {
      double price = 100;
      for (int i = 0; i < n; i++) {
        price *= Math.exp(0.0002 + (0.006 + 0.004 * s) * random.nextGaussian());
        close[s][i] = price;
      }
    }
    int[] days = new int[n];
    Arrays.setAll(days, i -> 15_000 + i);
    double[] rates = new double[n];
    Arrays.fill(rates, cash);
    List<String> names =
        java.util.stream.IntStream.range(0, symbols).mapToObj(s -> "S" + s).toList();
    return new PastPrices(names, days, close, close, close, rates, new double[n]);
  }

  private static PastPrices cut(PastPrices all, int n) {
    double[][] close = new double[all.symbols().size()][];
    Arrays.setAll(close, s -> Arrays.copyOf(all.close()[s], n));
    return new PastPrices(
        all.symbols(),
        Arrays.copyOf(all.days(), n),
        close,
        close,
        close,
        Arrays.copyOf(all.cash(), n),
        Arrays.copyOf(all.implied(), n));
  }

  @Test
  void holdingIsWhatThePricesMadeLessOnePurchase() {
    PastPrices prices = market(2, 600, 0.02);
    Outcome hold =
        new Rebalancing("h", new Weighting.Fixed(new double[] {.5, .5}), 0, 0, .001)
            .walk(prices, 100);
    double grown =
        .5 * prices.close()[0][599] / prices.close()[0][100]
            + .5 * prices.close()[1][599] / prices.close()[1][100];
    assertThat(hold.wealth()[499]).isCloseTo(.999 * grown, within(1e-9));
    assertThat(hold.trades()).isZero();
  }

  @Test
  void costsAreWhatIsTradedTimesTheirRate() {
    PastPrices prices = market(3, 800, 0.02);
    Weighting equal = new Weighting.Fixed(new double[] {.2, .3, .5});
    Outcome free = new Rebalancing("f", equal, 5, 0, 0).walk(prices, 10);
    Outcome dear = new Rebalancing("d", equal, 5, 0, .002).walk(prices, 10);
    assertThat(free.costs()).isZero();
    assertThat(dear.costs()).isPositive();
    double years = (800 - 10 - 1) / 252.0;
    assertThat(Math.log(free.wealth()[789] / dear.wealth()[789]))
        .isCloseTo(.002 + dear.turnover() * years * .002, within(2e-4));
    assertThat(new Rebalancing("b", equal, 1, .5, .002).walk(prices, 10).trades()).isZero();
  }

  @Test
  void nothingIsKnownBeforeItsDay() {
    PastPrices all = market(3, 700, 0.02);
    PastPrices one = market(1, 700, 0.02);
    for (Strategy strategy :
        List.of(
            new Rebalancing("m", new Weighting.MinimumVolatility(126), 21, 0, .001),
            new Rebalancing("r", new Weighting.EqualRisk(126), 21, 0, .001),
            new OptionSelling("c", false, new OptionTerms(.3, 21, .05, .0005), false),
            new OptionSelling("w", true, new OptionTerms(.3, 21, .05, .0005), false))) {
      PastPrices prices = strategy instanceof OptionSelling ? one : all;
      double[] whole = strategy.walk(prices, 150).wealth();
      double[] part = strategy.walk(cut(prices, 500), 150).wealth();
      assertThat(part).isEqualTo(Arrays.copyOf(whole, part.length));
    }
  }

  @Test
  void minimumVolatilityHoldsMostlyTheCalm() {
    PastPrices prices = market(3, 900, 0.02);
    double[] weights = new Weighting.MinimumVolatility(252).at(prices, 600);
    assertThat(weights[0]).isGreaterThan(weights[1]).isGreaterThan(weights[2]);
    assertThat(Arrays.stream(weights).sum()).isCloseTo(1, within(1e-9));
  }

  @Test
  void calmOptionSellingIsWorthWhatTheSharesAre() {
    // Where an option is worth what it will pay, selling it without costs is no gift and no loss on
    // average; the walk must neither create nor lose money.
    double sum = 0;
    for (int seed = 0; seed < 60; seed++) {
      sum += Math.log(fair(seed, false)) - Math.log(fair(seed, true));
    }
    assertThat(Math.abs(sum / 60)).isLessThan(.12);
  }

  private static double fair(int seed, boolean wheel) {
    Random random = new Random(seed);
    int n = 900;
    double[][] close = new double[1][n];
    double price = 100;
    for (int i = 0; i < n; i++) {
      price *= Math.exp(-.5 * .01 * .01 + .01 * random.nextGaussian());
      close[0][i] = price;
    }
    int[] days = new int[n];
    Arrays.setAll(days, i -> 15_000 + i);
    double[] implied = new double[n];
    Arrays.fill(implied, .01 * Math.sqrt(252));
    PastPrices prices =
        new PastPrices(List.of("S"), days, close, close, close, new double[n], implied);
    Outcome walked =
        new OptionSelling("o", wheel, new OptionTerms(.3, 21, 0, 0), true).walk(prices, 120);
    assertThat(walked.modelled()).isZero();
    return walked.wealth()[walked.wealth().length - 1];
  }
}
