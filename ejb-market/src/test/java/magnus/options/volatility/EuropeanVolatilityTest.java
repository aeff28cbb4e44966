package magnus.options.volatility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import magnus.market.OptionChain.Right;
import magnus.options.pricing.BlackScholesMerton;
import magnus.options.pricing.Greeks;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class EuropeanVolatilityTest {

  @Property(tries = 3000)
  void goesThereAndBackAgain(
      @ForAll Right right,
      @ForAll @DoubleRange(min = -1.5, max = 1.5) double moneyness,
      @ForAll @DoubleRange(min = -6, max = 2.3) double logYears,
      @ForAll @DoubleRange(min = -0.03, max = 0.1) double rate,
      @ForAll @DoubleRange(min = -0.02, max = 0.1) double yield,
      @ForAll @DoubleRange(min = -4.6, max = 1.4) double logVolatility) {
    double years = Math.exp(logYears);
    double volatility = Math.exp(logVolatility);
    double strike = 100 * Math.exp(moneyness);
    Greeks g = BlackScholesMerton.greeks(right, 100, strike, years, rate, yield, volatility);
    double price = BlackScholesMerton.value(right, 100, strike, years, rate, yield, volatility);
    OptionalDouble found = EuropeanVolatility.of(right, price, 100, strike, years, rate, yield);
    found.ifPresent(v -> assertThat(v).isFinite().isPositive());
    // a double of this price tells volatilities apart down to about 1e-14 · price / vega
    if (g.vega() > 1e-5 * Math.max(1, price)) {
      assertThat(found).isPresent();
      assertThat(found.getAsDouble()).isCloseTo(volatility, within(1e-8));
    }
  }

  @Test
  void saysNoneWhereThereIsNone() {
    assertThat(EuropeanVolatility.of(Right.CALL, 9.99, 110, 100, 0.5, 0, 0)).isEmpty();
    assertThat(EuropeanVolatility.of(Right.CALL, 10, 110, 100, 0.5, 0, 0)).isEmpty();
    assertThat(EuropeanVolatility.of(Right.CALL, 110, 110, 100, 0.5, 0, 0)).isEmpty();
    assertThat(EuropeanVolatility.of(Right.PUT, 101, 110, 100, 0.5, 0, 0)).isEmpty();
    assertThat(EuropeanVolatility.of(Right.CALL, 12, 110, 100, 0, 0, 0)).isEmpty();
    assertThat(EuropeanVolatility.of(Right.CALL, Double.NaN, 110, 100, 0.5, 0, 0)).isEmpty();
    assertThat(EuropeanVolatility.of(Right.CALL, -1, 110, 100, 0.5, 0, 0)).isEmpty();
    assertThat(EuropeanVolatility.of(Right.CALL, 12, 110, 100, 0.5, Double.NaN, 0)).isEmpty();
    assertThat(EuropeanVolatility.of(Right.CALL, 12, Double.POSITIVE_INFINITY, 100, 0.5, 0, 0))
        .isEmpty();
  }
}
