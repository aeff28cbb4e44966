package magnus.risk.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import magnus.market.OptionChain.Right;
import magnus.options.pricing.BlackScholes;
import magnus.risk.var.StudentT;
import org.junit.jupiter.api.Test;

class MonteCarloVarTest {

  private static final double[][] COVARIANCE = {
    {4e-4, 1e-4, 0}, {1e-4, 1e-4, 0.5e-4}, {0, 0.5e-4, 2.25e-4}
  };
  private static final double[] MONEY = {1000, 2000, -500};

  /** A linear portfolio's return is Student t itself: quantile in closed form. */
  @Test
  void linearPortfolioHasItsExactQuantile() {
    MonteCarloVar.Paths paths = linear().simulate(200_000, 1, Runnable::run);
    double variance = 0;
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        variance += MONEY[i] * MONEY[j] * COVARIANCE[i][j];
      }
    }
    for (double tail : new double[] {0.05, 0.01}) {
      double exact = Math.sqrt(variance * (5 - 2) / 5) * StudentT.upperQuantile(tail, 5);
      MonteCarloVar.Tail found = paths.tail(tail);
      assertThat(found.valueAtRisk()).isCloseTo(exact, within(0.03 * exact));
      assertThat(exact).isBetween(0.97 * found.low(), 1.03 * found.high());
    }
  }

  @Test
  void partsAddUpAndTheHedgeIsNegative() {
    MonteCarloVar.Paths paths = linear().simulate(50_000, 2, Runnable::run);
    for (double tail : new double[] {0.05, 0.01}) {
      MonteCarloVar.Tail found = paths.tail(tail);
      assertThat(Arrays.stream(found.valueParts()).sum())
          .isCloseTo(found.valueAtRisk(), within(1e-9));
      assertThat(Arrays.stream(found.shortfallParts()).sum())
          .isCloseTo(found.expectedShortfall(), within(1e-9));
      assertThat(found.expectedShortfall()).isGreaterThan(found.valueAtRisk());
      // Euler: part i of a linear portfolio is in proportion to its covariance with the whole
      double[] covariance = new double[3];
      double variance = 0;
      for (int i = 0; i < 3; i++) {
        for (int j = 0; j < 3; j++) {
          covariance[i] += MONEY[i] * MONEY[j] * COVARIANCE[i][j];
        }
        variance += covariance[i];
      }
      for (int i = 0; i < 3; i++) {
        assertThat(found.shortfallParts()[i] / found.expectedShortfall())
            .isCloseTo(covariance[i] / variance, within(0.05));
        assertThat(found.valueParts()[i] / found.valueAtRisk())
            .isCloseTo(covariance[i] / variance, within(0.05));
      }
    }
  }

  @Test
  void threadsDoNotChangeTheResult() {
    ExecutorService two = Executors.newFixedThreadPool(2);
    try {
      assertThat(linear().simulate(20_000, 3, two).tail(0.01).valueAtRisk())
          .isEqualTo(linear().simulate(20_000, 3, Runnable::run).tail(0.01).valueAtRisk());
    } finally {
      two.shutdown();
    }
  }

  @Test
  void gridAgreesWithRevaluationWithinItsStatedError() {
    GainGrid grid = GainGrid.of(MonteCarloVarTest::straddle, 0.25, 97);
    double worst = 0;
    for (double r = -0.24; r < 0.24; r += 0.0007) {
      worst = Math.max(worst, Math.abs(grid.of(r) - straddle(r)));
    }
    assertThat(grid.error()).isLessThan(1e-3);
    assertThat(worst).isLessThan(2 * grid.error() + 1e-9);
    assertThat(grid.of(-0.9)).isEqualTo(straddle(-0.9));
    assertThat(grid.of(-1.7)).isEqualTo(straddle(-1));
    assertThat(grid.of(3)).isEqualTo(straddle(3));
  }

  private static double straddle(double r) {
    double spot = 100 * (1 + r);
    return BlackScholes.value(Right.CALL, spot, 100, 0.1, 0.03, 0.25)
        + BlackScholes.value(Right.PUT, spot, 100, 0.1, 0.03, 0.25);
  }

  private static MonteCarloVar linear() {
    List<GainGrid> grids =
        Arrays.stream(MONEY).mapToObj(m -> GainGrid.of(r -> m * r, 0.3, 33)).toList();
    return new MonteCarloVar(grids, JointReturns.of(COVARIANCE, 5));
  }
}
