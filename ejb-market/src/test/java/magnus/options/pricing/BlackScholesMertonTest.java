package magnus.options.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.opengamma.strata.pricer.impl.option.BlackFormulaRepository;
import magnus.market.OptionChain.Right;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

class BlackScholesMertonTest {

  private record Terms(
      Right right, double spot, double strike, double years, double rate, double yield, double v) {

    double value(double ds, double dk, double dt, double dr, double dq, double dv) {
      return BlackScholesMerton.value(
          right, spot + ds, strike + dk, years + dt, rate + dr, yield + dq, v + dv);
    }
  }

  @Property(tries = 400)
  void parityBoundsAndASecondOpinion(
      @ForAll @DoubleRange(min = 40, max = 250) double strike,
      @ForAll @DoubleRange(min = 0.01, max = 5) double years,
      @ForAll @DoubleRange(min = -0.03, max = 0.12) double rate,
      @ForAll @DoubleRange(min = -0.02, max = 0.1) double yield,
      @ForAll @DoubleRange(min = 0.03, max = 2) double volatility) {
    double call = BlackScholesMerton.value(Right.CALL, 100, strike, years, rate, yield, volatility);
    double put = BlackScholesMerton.value(Right.PUT, 100, strike, years, rate, yield, volatility);
    double asset = 100 * Math.exp(-yield * years);
    double cash = strike * Math.exp(-rate * years);
    assertThat(call - put).isCloseTo(asset - cash, within(1e-11));
    assertThat(call).isBetween(Math.max(0, asset - cash), asset);
    double forward = 100 * Math.exp((rate - yield) * years);
    assertThat(call)
        .isCloseTo(
            Math.exp(-rate * years)
                * BlackFormulaRepository.price(forward, strike, years, volatility, true),
            within(1e-11));
    double wider =
        BlackScholesMerton.value(Right.CALL, 100, strike + 1, years, rate, yield, volatility);
    double narrower =
        BlackScholesMerton.value(Right.CALL, 100, strike - 1, years, rate, yield, volatility);
    assertThat(narrower).isGreaterThanOrEqualTo(call - 1e-12);
    assertThat(wider + narrower).isGreaterThanOrEqualTo(2 * call - 1e-11);
  }

  @Property(tries = 300)
  void greeksAreTheDifferences(
      @ForAll Right right,
      @ForAll @DoubleRange(min = 70, max = 140) double strike,
      @ForAll @DoubleRange(min = 0.1, max = 3) double years,
      @ForAll @DoubleRange(min = -0.02, max = 0.1) double rate,
      @ForAll @DoubleRange(min = -0.02, max = 0.1) double yield,
      @ForAll @DoubleRange(min = 0.1, max = 1) double volatility) {
    Terms at = new Terms(right, 100, strike, years, rate, yield, volatility);
    Greeks g = BlackScholesMerton.greeks(right, 100, strike, years, rate, yield, volatility);
    double h = 1e-4;
    assertThat(g.value()).isCloseTo(at.value(0, 0, 0, 0, 0, 0), within(1e-11));
    near(g.delta(), at.value(h, 0, 0, 0, 0, 0), at.value(-h, 0, 0, 0, 0, 0), h);
    near(g.strikeSlope(), at.value(0, h, 0, 0, 0, 0), at.value(0, -h, 0, 0, 0, 0), h);
    near(-g.theta(), at.value(0, 0, h, 0, 0, 0), at.value(0, 0, -h, 0, 0, 0), h);
    near(g.rho(), at.value(0, 0, 0, h, 0, 0), at.value(0, 0, 0, -h, 0, 0), h);
    near(g.dividendRho(), at.value(0, 0, 0, 0, h, 0), at.value(0, 0, 0, 0, -h, 0), h);
    near(g.vega(), at.value(0, 0, 0, 0, 0, h), at.value(0, 0, 0, 0, 0, -h), h);
    Greeks up = BlackScholesMerton.greeks(right, 100 + h, strike, years, rate, yield, volatility);
    Greeks down = BlackScholesMerton.greeks(right, 100 - h, strike, years, rate, yield, volatility);
    near(g.gamma(), up.delta(), down.delta(), h);
    near(g.vanna(), up.vega(), down.vega(), h);
    Greeks more = BlackScholesMerton.greeks(right, 100, strike, years, rate, yield, volatility + h);
    Greeks less = BlackScholesMerton.greeks(right, 100, strike, years, rate, yield, volatility - h);
    near(g.volga(), more.vega(), less.vega(), h);
  }

  private static void near(double slope, double up, double down, double h) {
    double difference = (up - down) / (2 * h);
    assertThat(slope).isCloseTo(difference, within(2e-5 * (1 + Math.abs(difference))));
  }
}
