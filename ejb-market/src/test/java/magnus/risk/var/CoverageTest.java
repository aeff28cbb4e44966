package magnus.risk.var;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.hipparchus.distribution.continuous.ChiSquaredDistribution;
import org.junit.jupiter.api.Test;

class CoverageTest {

  /** Likelihood ratios worked out by hand: 2·(980·ln(.98/.99) + 20·ln 2). */
  @Test
  void kupiecByHand() {
    boolean[] breaches = new boolean[1000];
    for (int i = 0; i < 20; i++) {
      breaches[i * 50] = true;
    }
    Coverage.Outcome outcome = Coverage.kupiec(breaches, 0.01).find().orElseThrow();
    double statistic = 2 * (980 * Math.log(0.98 / 0.99) + 20 * Math.log(2));
    assertThat(outcome.statistic()).isCloseTo(statistic, within(1e-9));
    assertThat(outcome.statistic()).isCloseTo(7.827, within(1e-3));
    assertThat(outcome.pValue()).isCloseTo(0.00515, within(1e-5));
  }

  @Test
  void exactCoverageIsPerfect() {
    boolean[] breaches = new boolean[200];
    for (int i = 0; i < 10; i++) {
      breaches[i * 20 + 5] = true;
    }
    Coverage.Outcome outcome = Coverage.kupiec(breaches, 0.05).find().orElseThrow();
    assertThat(outcome.statistic()).isCloseTo(0, within(1e-12));
    assertThat(outcome.pValue()).isCloseTo(1, within(1e-6));
  }

  @Test
  void noBreachIsEvidenceToo() {
    Coverage.Outcome outcome = Coverage.kupiec(new boolean[500], 0.01).find().orElseThrow();
    assertThat(outcome.statistic()).isCloseTo(-2 * 500 * Math.log(0.99), within(1e-9));
    assertThat(Coverage.independence(new boolean[500]).isSuccess()).isFalse();
    assertThat(Coverage.conditional(new boolean[500], 0.01).isSuccess()).isFalse();
  }

  @Test
  void clustersAreNoticed() {
    boolean[] clustered = new boolean[1000];
    boolean[] spread = new boolean[1000];
    for (int i = 0; i < 50; i++) {
      clustered[300 + i] = true;
      spread[i * 20 + i % 7] = true;
    }
    assertThat(Coverage.kupiec(clustered, 0.05).find().orElseThrow().pValue()).isGreaterThan(0.9);
    assertThat(Coverage.independence(clustered).find().orElseThrow().pValue()).isLessThan(1e-9);
    assertThat(Coverage.conditional(clustered, 0.05).find().orElseThrow().pValue())
        .isLessThan(1e-9);
    assertThat(Coverage.conditional(spread, 0.05).find().orElseThrow().pValue())
        .isGreaterThan(0.01);
  }

  @Test
  void probabilitiesAgreeWithAnotherChiSquared() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(5);
    for (int round = 0; round < 200; round++) {
      boolean[] breaches = new boolean[500];
      double frequency = 0.01 + 0.1 * random.nextDouble();
      for (int i = 0; i < breaches.length; i++) {
        breaches[i] = random.nextDouble() < frequency;
      }
      agrees(Coverage.kupiec(breaches, 0.05).find().orElseThrow(), 1);
      Coverage.independence(breaches).find().ifPresent(o -> agrees(o, 1));
      Coverage.conditional(breaches, 0.05).find().ifPresent(o -> agrees(o, 2));
    }
  }

  private static void agrees(Coverage.Outcome outcome, int degrees) {
    double expected =
        1 - new ChiSquaredDistribution(degrees).cumulativeProbability(outcome.statistic());
    assertThat(outcome.pValue()).isCloseTo(expected, within(1e-11));
  }
}
