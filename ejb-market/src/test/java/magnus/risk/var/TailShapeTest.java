package magnus.risk.var;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.hipparchus.distribution.continuous.TDistribution;
import org.junit.jupiter.api.Test;

class TailShapeTest {

  @Test
  void studentAgreesWithAnotherImplementation() {
    for (double degrees : new double[] {1.5, 2, 3, 4.7, 8, 30, 100}) {
      TDistribution other = new TDistribution(degrees);
      for (double x : new double[] {0.1, 0.7, 1.6, 2.3, 5, 20}) {
        assertThat(StudentT.upperTail(x, degrees))
            .isCloseTo(other.cumulativeProbability(-x), within(1e-12));
        assertThat(StudentT.density(x, degrees)).isCloseTo(other.density(x), within(1e-12));
      }
      for (double tail : new double[] {0.2, 0.05, 0.01, 0.001}) {
        assertThat(StudentT.upperQuantile(tail, degrees))
            .isCloseTo(-other.inverseCumulativeProbability(tail), within(1e-6));
      }
    }
  }

  /**
   * Expected shortfall of a t distribution, integrated by the trapezium rule over its quantiles.
   */
  @Test
  void studentShortfallIsTheMeanBeyond() {
    for (Confidence confidence : Confidence.values()) {
      TailLoss tail = StudentTail.tail(0, 1, 5, confidence);
      int steps = 20_000;
      double sum = 0;
      for (int i = 0; i < steps; i++) {
        sum += StudentT.upperQuantile(confidence.tail() * (i + 0.5) / steps, 5);
      }
      assertThat(tail.expectedShortfall()).isCloseTo(sum / steps, within(1e-3));
    }
  }

  @Test
  void everyShapeFindsTheTailOfManyDraws() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
    TDistribution five = new TDistribution(5);
    double[] sample = new double[40_000];
    for (int i = 0; i < sample.length; i++) {
      sample[i] = five.inverseCumulativeProbability(random.nextDouble());
    }
    for (TailShape shape :
        List.of(new TailShape.Empirical(), new StudentTail(), new ParetoTail())) {
      for (Confidence confidence : Confidence.values()) {
        TailLoss truth = StudentTail.tail(0, 1, 5, confidence);
        TailLoss found = shape.of(sample, confidence).find().orElseThrow();
        assertThat(found.valueAtRisk()).isCloseTo(truth.valueAtRisk(), within(0.06));
        assertThat(found.expectedShortfall()).isCloseTo(truth.expectedShortfall(), within(0.15));
      }
    }
  }

  /** A simulated GJR-GARCH is found again within the estimate's own error. */
  @Test
  void garchIsFoundAgain() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(4);
    GarchFit truth = new GarchFit(1e-6, 0.04, 0.12, 0.88, 100, 1e-6 / 0.02);
    double variance = truth.start();
    double[] returns = new double[6000];
    for (int i = 0; i < returns.length; i++) {
      returns[i] = Math.sqrt(variance) * random.nextGaussian();
      variance = truth.next(variance, returns[i]);
    }
    GarchFit found = GarchFit.of(returns, true);
    assertThat(found.alpha()).isCloseTo(truth.alpha(), within(0.03));
    assertThat(found.gamma()).isCloseTo(truth.gamma(), within(0.05));
    assertThat(found.beta()).isCloseTo(truth.beta(), within(0.04));
    assertThat(found.persistence()).isCloseTo(truth.persistence(), within(0.02));
    assertThat(GarchFit.of(returns, false).gamma()).isZero();
  }

  @Test
  void searchFindsTheBottomOfAValley() {
    double[] bottom =
        SimplexSearch.minimum(
            x -> 100 * Math.pow(x[1] - x[0] * x[0], 2) + Math.pow(1 - x[0], 2),
            new double[] {-1.2, 1},
            0.5);
    assertThat(bottom[0]).isCloseTo(1, within(0.02));
    assertThat(bottom[1]).isCloseTo(1, within(0.04));
  }

  @Test
  void understatedShortfallIsNoticed() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(8);
    List<Double> right = new ArrayList<>();
    List<Double> understated = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      double residual = 0.3 * (random.nextExponential() - 1);
      right.add(residual);
      understated.add(residual + 0.2);
    }
    assertThat(ShortfallTest.of(right).pValue()).isGreaterThan(0.05);
    assertThat(ShortfallTest.of(understated).pValue()).isLessThan(0.001);
    assertThat(ShortfallTest.of(List.of(0.5, 0.7)).pValue()).isEqualTo(1);
  }
}
