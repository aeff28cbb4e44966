package magnus.signals.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WalkTest {

  /** Volatility that changes, as markets' does. */
  private static double[] market(long seed, int n) {
    Random random = new Random(seed);
    double[] close = new double[n];
    double price = 50;
    double variance = 1e-4;
    double r = 0;
    for (int i = 0; i < n; i++) {
      variance = 2e-6 + 0.08 * r * r + 0.9 * variance;
      r = Math.sqrt(variance) * random.nextGaussian();
      price *= Math.exp(r);
      close[i] = price;
    }
    return close;
  }

  @Test
  void whatComesLaterChangesNothing() {
    double[] all = market(1, 900);
    for (ForecastMethod method : ForecastMethod.all()) {
      for (int sessions : new int[] {1, 5, 21}) {
        Walk knowing = new Walk(method, Prices.of(all), sessions, true);
        Walk blind = new Walk(method, Prices.of(Arrays.copyOf(all, 701)), sessions, true);
        knowing.to(700);
        blind.to(700);
        for (double level : ForecastGrade.LEVELS) {
          assertThat(knowing.quantile(level)).as(method.name()).isEqualTo(blind.quantile(level));
        }
        assertThat(knowing.touch(0.03)).isEqualTo(blind.touch(0.03));
      }
    }
  }

  @Test
  void rangesHoldWhatTheyPromiseAndBeatTheWalkWhereVolatilityChanges() {
    double losses = 0;
    for (int seed = 0; seed < 8; seed++) {
      ForecastGrade grade =
          ForecastGrade.of(ForecastMethod.shipped(), Prices.of(market(seed, 2_500)), 1, 252, 2_500);
      assertThat(grade.coverage90()).isCloseTo(0.9, within(0.03));
      assertThat(grade.coverage50()).isCloseTo(0.5, within(0.05));
      losses += grade.skill();
    }
    assertThat(losses / 8).isPositive();
  }

  @Test
  void quantilesAndChancesAreOneDistribution() {
    Walk walk = new Walk(ForecastMethod.shipped(), Prices.of(market(4, 1_000)), 21, true);
    walk.to(999);
    double before = Double.NEGATIVE_INFINITY;
    for (double level : ForecastGrade.LEVELS) {
      double quantile = walk.quantile(level);
      assertThat(quantile).isGreaterThan(before);
      assertThat(1 - walk.above(quantile)).isCloseTo(level, within(0.02));
      before = quantile;
    }
    assertThat(walk.touch(0.05)).isGreaterThanOrEqualTo(walk.above(0.05));
    assertThat(walk.touch(0)).isEqualTo(1);
  }

  @Test
  void chancesComeTrueAsOftenAsTold() {
    ChanceGrade grade =
        ChanceGrade.of(
            ForecastMethod.shipped(), Prices.of(market(5, 4_000)), 10, Math.log(1.03), 252);
    assertThat(grade.above().came()).isCloseTo(grade.above().mean(), within(0.04));
    assertThat(grade.touch().came()).isCloseTo(grade.touch().mean(), within(0.05));
    assertThat(grade.touch().mean()).isGreaterThan(grade.above().mean());
  }
}
