package magnus.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import magnus.market.OptionChain.Right;
import magnus.options.pricing.BlackScholes;
import magnus.risk.scenario.ReverseStress;
import org.junit.jupiter.api.Test;

class VarAndStressTest {

  /** Shares alone: the likeliest loss is in proportion to the covariance with the portfolio. */
  @Test
  void likeliestLossOfSharesIsKnown() {
    double[][] covariance = {{4e-4, 1e-4}, {1e-4, 2e-4}};
    double[] money = {1000, 3000};
    ReverseStress found =
        ReverseStress.likeliest(covariance, (i, move) -> money[i] * move, 300).find().orElseThrow();
    double a = covariance[0][0] * 1000 + covariance[0][1] * 3000;
    double b = covariance[1][0] * 1000 + covariance[1][1] * 3000;
    double variance = 1000 * a + 3000 * b;
    assertThat(found.loss()).isCloseTo(300, within(1e-9));
    assertThat(found.moves()[0]).isCloseTo(-300 * a / variance, within(1e-9));
    assertThat(found.moves()[1]).isCloseTo(-300 * b / variance, within(1e-9));
    assertThat(found.distance()).isCloseTo(300 / Math.sqrt(variance), within(1e-9));
  }

  /** With a put, no other point of the same loss that lies nearby is nearer. */
  @Test
  void likeliestLossWithAnOptionIsNearest() {
    double[][] covariance = {{4e-4, 1e-4}, {1e-4, 2e-4}};
    ReverseStress.Gain gain =
        (i, move) ->
            i == 0
                ? 1000 * move
                    + 8
                        * (BlackScholes.value(Right.PUT, 100 * (1 + move), 95, 0.2, 0, 0.3)
                            - BlackScholes.value(Right.PUT, 100, 95, 0.2, 0, 0.3))
                : 1000 * move;
    ReverseStress found = ReverseStress.likeliest(covariance, gain, 200).find().orElseThrow();
    double determinant = 8e-8 - 1e-8;
    for (double first = found.moves()[0] - 0.05; first < found.moves()[0] + 0.05; first += 0.002) {
      double second = (-200 - gain.of(0, first)) / 1000;
      double squared =
          (2e-4 * first * first - 2e-4 * first * second + 4e-4 * second * second) / determinant;
      assertThat(Math.sqrt(squared)).isGreaterThan(found.distance() - 1e-4);
    }
    assertThat(ReverseStress.likeliest(covariance, (i, move) -> 0, 10).isSuccess()).isFalse();
  }
}
