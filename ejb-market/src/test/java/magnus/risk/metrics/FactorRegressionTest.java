package magnus.risk.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class FactorRegressionTest {

  private static RandomGenerator random(long seed) {
    return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  @Test
  void findsExactCoefficients() {
    RandomGenerator random = random(1);
    double[][] factors = new double[2][300];
    double[] returns = new double[300];
    for (int t = 0; t < returns.length; t++) {
      factors[0][t] = 0.01 * random.nextGaussian();
      factors[1][t] = 0.5 * factors[0][t] + 0.004 * random.nextGaussian();
      returns[t] = 0.0002 + 1.3 * factors[0][t] - 0.4 * factors[1][t];
    }
    FactorRegression found = FactorRegression.of(returns, factors).find().orElseThrow();
    assertThat(found.betas()).containsExactly(new double[] {1.3, -0.4}, within(1e-9));
    assertThat(found.intercept()).isCloseTo(0.0002, within(1e-12));
    assertThat(found.rSquared()).isCloseTo(1, within(1e-9));
    assertThat(found.shares()[0] + found.shares()[1]).isCloseTo(found.rSquared(), within(1e-12));
    assertThat(found.inflation()[0]).isGreaterThan(1.5);
  }

  /** Of twenty errors' intervals about nineteen hold the truth; here the noise swings in size. */
  @Test
  void standardErrorsCoverTheTruthUnderChangingVolatility() {
    int covered = 0;
    int repetitions = 400;
    for (int seed = 0; seed < repetitions; seed++) {
      RandomGenerator random = random(seed);
      double[][] factors = new double[1][500];
      double[] returns = new double[500];
      for (int t = 0; t < returns.length; t++) {
        double calm = t % 100 < 50 ? 0.3 : 1.7;
        factors[0][t] = 0.01 * calm * random.nextGaussian();
        returns[t] = 0.8 * factors[0][t] + 0.01 * calm * random.nextGaussian();
      }
      FactorRegression found = FactorRegression.of(returns, factors).find().orElseThrow();
      covered += Math.abs(found.betas()[0] - 0.8) < 1.96 * found.errors()[0] ? 1 : 0;
    }
    assertThat((double) covered / repetitions).isBetween(0.915, 0.975);
  }

  @Test
  void refusesWhatCannotBeTold() {
    assertThat(FactorRegression.of(new double[30], new double[1][30]).isSuccess()).isFalse();
    double[] returns = random(2).doubles(100).toArray();
    double[] factor = random(3).doubles(100).toArray();
    assertThat(FactorRegression.of(returns, new double[][] {factor, factor}).isSuccess()).isFalse();
  }

  @Test
  void robustScoresAreNotStretchedByTheWild() {
    double[] normal = random(4).doubles(200, -1, 1).toArray();
    double before = RobustScore.of(5, normal);
    normal[3] = 1e6;
    assertThat(RobustScore.of(5, normal)).isCloseTo(before, within(0.1 * before));
    assertThat(RobustScore.of(1, new double[] {2, 2, 2, 2})).isZero();
    assertThat(RobustScore.of(1, new double[] {2, 3})).isZero();
  }
}
