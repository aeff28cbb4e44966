package magnus.risk.optimisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptimisersTest {

  /** Random mandates: limits hold, and no feasible step along any pair of assets is better. */
  @ParameterizedTest
  @ValueSource(ints = {2, 3, 7, 20, 60})
  void minimumIsAMinimumWithinItsLimits(int n) {
    for (int seed = 0; seed < 20; seed++) {
      Covariance covariance = invented(n, seed);
      RandomGenerator random = random(seed);
      double[] expected = random.doubles(n, -0.001, 0.001).toArray();
      Mandate mandate =
          Mandate.longOnly(n)
              .atMost(Math.max(0.1, 2.0 / n))
              .with(new Mandate.Group("first half", half(n), 0.2, 0.45));
      double[] w = MeanVariance.weights(covariance, expected, 4, mandate).find().get().weights();
      assertThat(Arrays.stream(w).sum()).isCloseTo(1, within(1e-10));
      double inFirst = half(n).stream().mapToDouble(i -> w[i]).sum();
      assertThat(inFirst).isBetween(0.2 - 1e-9, 0.45 + 1e-9);
      double best = utility(covariance, expected, 4, w);
      for (int i = 0; i < n; i++) {
        assertThat(w[i]).isBetween(-1e-10, Math.max(0.1, 2.0 / n) + 1e-10);
        for (int j = 0; j < n; j++) {
          double step = Math.min(1e-4, Math.min(w[j], mandate.most()[i] - w[i]));
          boolean within = (i < n / 2) == (j < n / 2) || n == 2;
          if (i != j && within && step > 1e-7 && n > 2) {
            double[] moved = w.clone();
            moved[i] += step;
            moved[j] -= step;
            assertThat(utility(covariance, expected, 4, moved)).isLessThanOrEqualTo(best + 1e-13);
          }
        }
      }
    }
  }

  /** Karush–Kuhn–Tucker: the gradient is a combination of active constraints' normals. */
  @Test
  void multipliersExplainTheGradient() {
    for (int seed = 0; seed < 20; seed++) {
      int n = 30;
      Covariance covariance = invented(n, seed);
      double[] linear = random(seed).doubles(n, -1e-4, 1e-4).toArray();
      Mandate mandate = Mandate.longOnly(n).atMost(0.1);
      List<LinearConstraint> constraints = mandate.constraints();
      DualActiveSet.Minimum minimum =
          DualActiveSet.solve(covariance.matrix(), linear, constraints, 1);
      double[] residual = covariance.times(minimum.x());
      for (int c = 0; c < constraints.size(); c++) {
        LinearConstraint constraint = constraints.get(c);
        double multiplier = minimum.multipliers()[c];
        double slack = constraint.of(minimum.x()) - constraint.bound();
        assertThat(slack).isGreaterThan(-1e-10);
        assertThat(c == 0 ? 0 : multiplier * slack).isCloseTo(0, within(1e-13));
        assertThat(c == 0 ? 0 : multiplier).isGreaterThanOrEqualTo(0);
        for (int i = 0; i < n; i++) {
          double[] unit = new double[n];
          unit[i] = 1;
          residual[i] -= multiplier * constraint.of(unit);
        }
      }
      for (int i = 0; i < n; i++) {
        assertThat(residual[i] + linear[i]).isCloseTo(0, within(1e-12));
      }
    }
  }

  @Test
  void limitsThatContradictAreToldAsSuch() {
    Covariance covariance = invented(4, 1);
    var result = MeanVariance.minimumVariance(covariance, Mandate.longOnly(4).atMost(0.2));
    assertThat(result.findFailure().orElseThrow().detail()).contains("loosen");
  }

  /** Two uncorrelated assets: weights in inverse proportion to their variances. */
  @Test
  void twoAssetsByHand() {
    Covariance covariance = new Covariance(new double[][] {{0.04, 0}, {0, 0.01}}, 0);
    double[] w =
        MeanVariance.minimumVariance(covariance, Mandate.longOnly(2)).find().get().weights();
    assertThat(w[0]).isCloseTo(0.2, within(1e-12));
    assertThat(w[1]).isCloseTo(0.8, within(1e-12));
  }

  @Test
  void turnoverCostsAndWhatMustNotBeSoldHold() {
    int n = 12;
    Covariance covariance = invented(n, 3);
    double[] current = new double[n];
    Arrays.fill(current, 1.0 / n);
    Mandate free = Mandate.longOnly(n);
    double[] target = MeanVariance.minimumVariance(covariance, free).find().get().weights();
    double wanted = turnover(target, current);
    double[] unlimited =
        MeanVariance.minimumVariance(covariance, free.trading(current, 2, 0))
            .find()
            .get()
            .weights();
    assertThat(turnover(unlimited, target)).isLessThan(1e-6);
    double[] half =
        MeanVariance.minimumVariance(covariance, free.trading(current, wanted / 2, 0))
            .find()
            .get()
            .weights();
    assertThat(turnover(half, current)).isCloseTo(wanted / 2, within(1e-7));
    assertThat(covariance.variance(half))
        .isBetween(covariance.variance(target), covariance.variance(current));
    double[] dear =
        MeanVariance.minimumVariance(covariance, free.trading(current, 2, 0.05))
            .find()
            .get()
            .weights();
    assertThat(turnover(dear, current)).isLessThan(1e-7);
    double[] kept =
        MeanVariance.minimumVariance(covariance, free.keeping(List.of(0, 5), current))
            .find()
            .get()
            .weights();
    assertThat(kept[0]).isGreaterThanOrEqualTo(1.0 / n - 1e-10);
    assertThat(kept[5]).isGreaterThanOrEqualTo(1.0 / n - 1e-10);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 9, 80})
  void riskParityContributesEqually(int n) {
    Covariance covariance = invented(n, n);
    double[] w = RiskParity.weights(covariance);
    assertThat(Arrays.stream(w).sum()).isCloseTo(1, within(1e-12));
    for (double share : covariance.riskShares(w)) {
      assertThat(share).isCloseTo(1.0 / n, within(1e-10));
    }
  }

  /**
   * Two pairs with correlation .5, nothing between them; variances 4, 4 and 1, 1. By hand: the tree
   * joins the pairs; a pair held half-half has variance 3 and .75, so the pairs get .2 and .8, and
   * each half of them.
   */
  @Test
  void hierarchicalRiskParityByHand() {
    double[][] sigma = {
      {4, 0, 2, 0},
      {0, 1, 0, 0.5},
      {2, 0, 4, 0},
      {0, 0.5, 0, 1}
    };
    Covariance covariance = new Covariance(sigma, 0);
    assertThat(HierarchicalRiskParity.order(covariance)).containsExactly(0, 2, 1, 3);
    double[] w = HierarchicalRiskParity.weights(covariance);
    assertThat(w[0]).isCloseTo(0.1, within(1e-12));
    assertThat(w[2]).isCloseTo(0.1, within(1e-12));
    assertThat(w[1]).isCloseTo(0.4, within(1e-12));
    assertThat(w[3]).isCloseTo(0.4, within(1e-12));
  }

  /** Independent assets of one variance have nothing in common, so all of it is shrunk away. */
  @Test
  void shrinksNoiseAndKeepsWhatIsThere() {
    RandomGenerator random = random(2);
    double[][] noise = new double[20][60];
    double[][] structured = new double[20][4000];
    for (double[] row : noise) {
      Arrays.setAll(row, t -> random.nextGaussian());
    }
    for (int t = 0; t < 4000; t++) {
      double first = random.nextGaussian();
      double second = random.nextGaussian();
      for (int i = 0; i < 20; i++) {
        structured[i][t] = (i < 10 ? first : second) + 0.5 * random.nextGaussian();
      }
    }
    assertThat(Covariance.ledoitWolf(noise).shrinkage()).isGreaterThan(0.8);
    assertThat(Covariance.ledoitWolf(structured).shrinkage()).isLessThan(0.05);
  }

  private static Covariance invented(int n, long seed) {
    RandomGenerator random = random(seed);
    double[][] returns = new double[n][3 * n + 20];
    for (int t = 0; t < returns[0].length; t++) {
      double market = random.nextGaussian();
      for (int i = 0; i < n; i++) {
        returns[i][t] = 0.01 * (0.3 + i % 3) * (market + random.nextGaussian());
      }
    }
    return Covariance.ledoitWolf(returns);
  }

  private static List<Integer> half(int n) {
    return java.util.stream.IntStream.range(0, n / 2).boxed().toList();
  }

  private static double utility(Covariance covariance, double[] mu, double aversion, double[] w) {
    return Covariance.dot(mu, w) - aversion / 2 * covariance.variance(w);
  }

  private static double turnover(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += Math.abs(a[i] - b[i]);
    }
    return sum;
  }

  private static RandomGenerator random(long seed) {
    return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }
}
