package magnus.options.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import magnus.market.OptionChain.Right;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.junit.jupiter.api.Test;

class BlackScholesTest {

  /** E. G. Haug, "The Complete Guide to Option Pricing Formulas", 2nd edition, section 1.1.1. */
  @Test
  void haugsExample() {
    assertThat(BlackScholes.value(Right.CALL, 60, 65, 0.25, 0.08, 0.30))
        .isCloseTo(2.1334, within(5e-5));
  }

  @Test
  void atTheEndOnlyIntrinsicValueIsLeft() {
    assertThat(BlackScholes.value(Right.CALL, 110, 100, 0, 0.05, 0.3)).isEqualTo(10);
    assertThat(BlackScholes.value(Right.PUT, 110, 100, -1, 0.05, 0.3)).isZero();
    assertThat(BlackScholes.value(Right.PUT, 0, 100, 0, 0.05, 0.3)).isEqualTo(100);
    assertThat(BlackScholes.delta(Right.PUT, 90, 100, 0, 0.05, 0.3)).isEqualTo(-1);
  }

  @Property(tries = 300)
  void parityDeltaAndImpliedVolatility(
      @ForAll @DoubleRange(min = 50, max = 200) double strike,
      @ForAll @DoubleRange(min = 0.02, max = 3) double years,
      @ForAll @DoubleRange(min = 0, max = 0.1) double rate,
      @ForAll @DoubleRange(min = 0.05, max = 1.5) double volatility) {
    double spot = 100;
    double call = BlackScholes.value(Right.CALL, spot, strike, years, rate, volatility);
    double put = BlackScholes.value(Right.PUT, spot, strike, years, rate, volatility);
    assertThat(call - put).isCloseTo(spot - strike * Math.exp(-rate * years), within(1e-10));
    double h = 1e-3;
    double slope =
        (BlackScholes.value(Right.CALL, spot + h, strike, years, rate, volatility)
                - BlackScholes.value(Right.CALL, spot - h, strike, years, rate, volatility))
            / (2 * h);
    assertThat(BlackScholes.delta(Right.CALL, spot, strike, years, rate, volatility))
        .isCloseTo(slope, within(1e-4));
    // a price must still carry time value for its volatility to be found again
    double time = call - Math.max(0, spot - strike * Math.exp(-rate * years));
    if (time > 1e-3) {
      assertThat(
              BlackScholes.impliedVolatility(Right.CALL, call, spot, strike, years, rate)
                  .orElseThrow())
          .isCloseTo(volatility, within(1e-6));
    }
  }

  @Test
  void noVolatilityExplainsAnImpossiblePrice() {
    assertThat(BlackScholes.impliedVolatility(Right.CALL, 9, 110, 100, 0.5, 0)).isEmpty();
    assertThat(BlackScholes.impliedVolatility(Right.CALL, 111, 110, 100, 0.5, 0)).isEmpty();
    assertThat(BlackScholes.impliedVolatility(Right.CALL, 11, 110, 100, 0, 0)).isEmpty();
  }

  @Test
  void normalDistributionAgreesWithAnother() {
    NormalDistribution other = new NormalDistribution();
    for (double x = -12; x <= 12; x += 0.01) {
      double expected = other.cumulativeProbability(x);
      assertThat(StandardNormal.cumulative(x)).isCloseTo(expected, within(2e-15));
      if (x < 0 && x > -7) {
        assertThat(StandardNormal.cumulative(x)).isCloseTo(expected, within(1e-8 * expected));
      }
      assertThat(StandardNormal.density(x)).isCloseTo(other.density(x), within(1e-15));
    }
  }
}
