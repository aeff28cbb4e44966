package magnus.cache.event.learned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LogisticRegressionTest {

  private static final double[] TRUTH = {-0.5, 1.5, -2, 0};

  private final List<double[]> rows = new ArrayList<>();

  private boolean[] drawn(int many) {
    SplittableRandom random = new SplittableRandom(7);
    boolean[] labels = new boolean[many];
    for (int i = 0; i < many; i++) {
      double[] row = {1, random.nextGaussian(), random.nextGaussian(), random.nextGaussian()};
      rows.add(row);
      labels[i] = random.nextDouble() < LogisticRegression.probability(TRUTH, row);
    }
    return labels;
  }

  @Test
  void findsTheCoefficientsThatLabelsWereDrawnWith() {
    boolean[] labels = drawn(50_000);
    double[] found = LogisticRegression.fit(rows, labels, 1e-6);
    for (int i = 0; i < TRUTH.length; i++) {
      assertThat(found[i]).isCloseTo(TRUTH[i], within(0.06));
    }
  }

  @Test
  void standsWhereThePenalisedLikelihoodIsFlat() {
    boolean[] labels = drawn(500);
    double penalty = 3;
    double[] found = LogisticRegression.fit(rows, labels, penalty);
    double best = likelihood(found, labels, penalty);
    for (int i = 0; i < found.length; i++) {
      for (double step : new double[] {1e-3, -1e-3}) {
        double[] beside = found.clone();
        beside[i] += step;
        assertThat(likelihood(beside, labels, penalty)).isLessThan(best);
      }
    }
  }

  private double likelihood(double[] coefficients, boolean[] labels, double penalty) {
    double sum = 0;
    for (int i = 0; i < labels.length; i++) {
      double p = LogisticRegression.probability(coefficients, rows.get(i));
      sum += Math.log(labels[i] ? p : 1 - p);
    }
    for (int i = 1; i < coefficients.length; i++) {
      sum -= penalty / 2 * coefficients[i] * coefficients[i];
    }
    return sum;
  }

  @Test
  void staysFiniteWhereExamplesAreSeparated() {
    List<double[]> two = List.of(new double[] {1, -1}, new double[] {1, 1});
    double[] found = LogisticRegression.fit(two, new boolean[] {false, true}, 0.1);
    assertThat(found[1]).isFinite().isPositive();
    assertThat(found[0]).isCloseTo(0, within(1e-6));
  }

  @Test
  void refusesNothing() {
    assertThatThrownBy(() -> LogisticRegression.fit(List.of(), new boolean[0], 1))
        .hasMessageContaining("0 rows");
  }
}
