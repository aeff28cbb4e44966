package magnus.market.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalDistributionTest {

  /** Abramowitz and Stegun, table 26.1. */
  @ParameterizedTest
  @CsvSource({
    "0, 0.5",
    "0.5, 0.691462461274013",
    "1, 0.841344746068543",
    "2, 0.977249868051821",
    "3, 0.998650101968370",
    "5, 0.999999713348428",
    "-1.96, 0.024997895148220"
  })
  void isTheTabulatedOne(double x, double probability) {
    assertThat(NormalDistribution.cumulative(x)).isCloseTo(probability, within(2e-15));
  }

  @Test
  void theQuantileUndoesIt() {
    for (double p = 1e-12; p < 1; p += p < 0.01 ? p : 0.0037) {
      double x = NormalDistribution.quantile(p);
      assertThat(NormalDistribution.cumulative(x)).isCloseTo(p, within(1e-13 + 1e-9 * p * 1e-3));
    }
    assertThat(NormalDistribution.quantile(0.975)).isCloseTo(1.959963984540054, within(1e-14));
  }

  @Test
  void theDensityIsItsSlope() {
    for (double x = -4; x <= 4; x += 0.25) {
      double slope =
          (NormalDistribution.cumulative(x + 1e-5) - NormalDistribution.cumulative(x - 1e-5))
              / 2e-5;
      assertThat(NormalDistribution.density(x)).isCloseTo(slope, within(1e-9));
    }
  }
}
