package magnus.risk.var;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
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

  /**
   * P. Jorion, "Value at Risk", 3rd edition, chapter 6: J. P. Morgan's year 1998, 20 exceptions in
   * 252 days at 95 %, six of them right after another.
   */
  @Test
  void jorionsExample() {
    boolean[] year = new boolean[252];
    Arrays.fill(year, 0, 20, true);
    assertThat(Coverage.kupiec(year, 0.05).find().orElseThrow().statistic())
        .isCloseTo(3.91, within(0.005));
    // 218 quiet days after quiet ones, 14 exceptions after quiet days, 6 after exceptions
    boolean[] days = new boolean[253];
    int at = 1;
    for (int cluster = 0; cluster < 14; cluster++) {
      int length = cluster < 6 ? 2 : 1;
      Arrays.fill(days, at, at + length, true);
      at += length + 10;
    }
    Coverage.Outcome independence = Coverage.independence(days).find().orElseThrow();
    assertThat(independence.statistic()).isCloseTo(9.53, within(0.005));
    assertThat(independence.pValue()).isLessThan(0.01);
  }

  /** Kupiec's table: of 255 days at 99 %, fewer than 7 exceptions are no evidence, 7 are. */
  @Test
  void kupiecsRegions() {
    for (int x = 1; x <= 9; x++) {
      boolean[] days = new boolean[255];
      Arrays.fill(days, 0, x, true);
      assertThat(Coverage.kupiec(days, 0.01).find().orElseThrow().pValue() > 0.05).isEqualTo(x < 7);
    }
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
