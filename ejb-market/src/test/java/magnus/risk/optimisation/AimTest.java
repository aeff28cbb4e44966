package magnus.risk.optimisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AimTest {

  private static final int ASSETS = 8;
  private final double[] today = new double[ASSETS];

  AimTest() {
    Arrays.fill(today, 1.0 / ASSETS);
  }

  /** Normal returns of falling volatility, the first asset's mean higher by {@code gift}. */
  private static double[][] returns(double gift) {
    SplittableRandom random = new SplittableRandom(4);
    double[][] returns = new double[ASSETS][500];
    for (int day = 0; day < 500; day++) {
      double common = random.nextGaussian();
      for (int i = 0; i < ASSETS; i++) {
        returns[i][day] =
            0.004 * common + (0.02 - 0.002 * i) * random.nextGaussian() + (i == 0 ? gift : 0);
      }
    }
    return returns;
  }

  private Aim.Found find(Aim aim, double[][] returns, Mandate mandate) {
    return aim.find(returns, Covariance.ledoitWolf(returns), today, mandate).find().orElseThrow();
  }

  static Stream<Aim> aims() {
    return Stream.of(
        new Aim.LeastVariance(),
        new Aim.EqualRisk(),
        new Aim.Hierarchical(),
        new Aim.MeanAndVariance(3),
        new Aim.Views(3, List.of()));
  }

  @ParameterizedTest
  @MethodSource("aims")
  void keepsToTheMandate(Aim aim) {
    Mandate mandate =
        Mandate.longOnly(ASSETS)
            .atMost(0.3)
            .with(new Mandate.Group("few", List.of(6, 7), 0, 0.25))
            .trading(today, 0.2, 0);
    double[] weights = find(aim, returns(0), mandate).weights().weights();
    assertThat(Arrays.stream(weights).sum()).isCloseTo(1, within(1e-8));
    assertThat(weights[6] + weights[7]).isLessThanOrEqualTo(0.25 + 1e-8);
    double turnover = 0;
    for (int i = 0; i < ASSETS; i++) {
      assertThat(weights[i]).isBetween(-1e-8, 0.3 + 1e-8);
      turnover += Math.abs(weights[i] - today[i]);
    }
    assertThat(turnover).isLessThanOrEqualTo(0.2 + 1e-6);
  }

  @Test
  void meansThatChanceWouldMakeCountLittle() {
    double[] expected =
        find(new Aim.MeanAndVariance(3), returns(0), Mandate.longOnly(ASSETS)).expected();
    double[] means =
        Arrays.stream(returns(0))
            .mapToDouble(r -> Arrays.stream(r).average().orElseThrow())
            .toArray();
    assertThat(spread(expected)).isLessThan(0.5 * spread(means));
  }

  @Test
  void aMeanThatChanceWouldNotMakeIsBelieved() {
    double[] expected =
        find(new Aim.MeanAndVariance(3), returns(0.02), Mandate.longOnly(ASSETS)).expected();
    assertThat(expected[0]).isGreaterThan(0.012);
  }

  @Test
  void withoutViewsTodaysWeightsAreTheBest() {
    double[] weights =
        find(new Aim.Views(3, List.of()), returns(0), Mandate.longOnly(ASSETS)).weights().weights();
    for (double weight : weights) {
      // a twentieth of uncertainty of the means makes the posterior a little more careful
      assertThat(weight).isCloseTo(1.0 / ASSETS, within(0.02));
    }
  }

  @Test
  void aViewMovesWeightToWhatItFavours() {
    double[] view = new double[ASSETS];
    view[3] = 1;
    view[4] = -1;
    double[] weights =
        find(
                new Aim.Views(3, List.of(new Aim.Views.Held(view, 0.001, 0.8))),
                returns(0),
                Mandate.longOnly(ASSETS))
            .weights()
            .weights();
    assertThat(weights[3]).isGreaterThan(2.0 / ASSETS);
    assertThat(weights[4]).isLessThan(0.5 / ASSETS);
  }

  private static double spread(double[] values) {
    return Arrays.stream(values).max().orElseThrow() - Arrays.stream(values).min().orElseThrow();
  }
}
