package magnus.backtests.significance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SignificanceTest {

  private static double[] noise(long seed, int n, double mean) {
    Random random = new Random(seed);
    double[] x = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] = mean + .01 * random.nextGaussian();
    }
    return x;
  }

  @Test
  void luckPassesForLuckAboutAsOftenAsItShould() {
    int found = 0;
    for (int seed = 0; seed < 60; seed++) {
      StationaryBootstrap b =
          StationaryBootstrap.of(noise(seed, 750, 0), noise(1_000 + seed, 750, 0));
      found += b.meanChance() < .05 ? 1 : 0;
    }
    assertThat(found).isLessThan(9);
  }

  @Test
  void aRealDifferenceIsFound() {
    StationaryBootstrap b = StationaryBootstrap.of(noise(1, 2_500, .0015), noise(2, 2_500, 0));
    assertThat(b.meanChance()).isLessThan(.01);
    assertThat(b.sharpeChance()).isLessThan(.01);
    assertThat(b.low()).isPositive();
    assertThat(b.meanDifference()).isBetween(b.low(), b.high());
  }

  @Test
  void moreTrialsDeflateMore() {
    double[] returns = noise(3, 1_260, .0006);
    double few = DeflatedSharpe.of(returns, List.of(.06, .03)).probability();
    double many =
        DeflatedSharpe.of(returns, List.of(.06, .03, -.02, .05, -.04, .01, .04, -.03))
            .probability();
    assertThat(many).isLessThan(few);
    assertThat(DeflatedSharpe.of(returns, List.of(.06)).lucky()).isZero();
  }

  @Test
  void theLuckySharpeIsTheExpectedMaximum() {
    // 100 standard normal draws: the mean of their maximum is about 2.51.
    Random random = new Random(5);
    List<Double> draws =
        random
            .doubles(100)
            .mapToObj(u -> magnus.options.pricing.StandardNormal.quantile(u))
            .toList();
    assertThat(DeflatedSharpe.of(noise(4, 100, 0), draws).lucky()).isCloseTo(2.5, within(.35));
  }
}
