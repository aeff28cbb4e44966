package magnus.options.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import magnus.market.OptionChain.Right;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class AmericanOptionTest {

  /** Andersen, Lake, Offengenden, table 2: put, S = K = 100, r = q = 5 %, 25 %, one year. */
  @Test
  void publishedPremium() {
    double american = AmericanOption.value(Right.PUT, 100, 100, 1, 0.05, 0.05, 0.25);
    double european = BlackScholesMerton.value(Right.PUT, 100, 100, 1, 0.05, 0.05, 0.25);
    assertThat(american - european).isCloseTo(0.106952702747, within(2e-10));
  }

  /** Same terms twice, priced by the integral equation and by an unrelated tree. */
  @Test
  void agreesWithATree() {
    double[][] cases = {
      {90, 0.5, 0.05, 0.0, 0.2}, {100, 2, 0.08, 0.03, 0.35}, {110, 1, 0.02, 0.06, 0.25},
      {100, 0.1, 0.1, 0.1, 0.15}, {105, 3, 0.03, 0.05, 0.6}, {100, 1, 0.0, -0.02, 0.2}
    };
    for (double[] c : cases) {
      for (Right right : Right.values()) {
        double value = AmericanOption.value(right, c[0], 100, c[1], c[2], c[3], c[4]);
        double tree = EarlyExerciseTree.value(right, c[0], 100, c[1], c[2], c[3], c[4], 2000);
        assertThat(value).as("%s of %s", right, c).isCloseTo(tree, within(3e-4));
        assertThat(AmericanOption.quick(right, c[0], 100, c[1], c[2], c[3], c[4]))
            .isCloseTo(value, within(2e-3));
      }
    }
  }

  /** With both rates negative there are two boundaries; the value still lies above both floors. */
  @Test
  void negativeRates() {
    double value = AmericanOption.value(Right.PUT, 100, 100, 2, -0.01, -0.03, 0.2);
    double european = BlackScholesMerton.value(Right.PUT, 100, 100, 2, -0.01, -0.03, 0.2);
    assertThat(value).isGreaterThan(european);
    assertThat(AmericanOption.value(Right.PUT, 100, 100, 2, -0.03, -0.01, 0.2))
        .as("never exercised early")
        .isEqualTo(BlackScholesMerton.value(Right.PUT, 100, 100, 2, -0.03, -0.01, 0.2));
  }

  @Test
  void atTheEdges() {
    assertThat(AmericanOption.value(Right.PUT, 90, 100, 0, 0.05, 0, 0.2)).isEqualTo(10);
    assertThat(AmericanOption.value(Right.PUT, 0, 100, 1, 0.05, 0, 0.2)).isEqualTo(100);
    assertThat(AmericanOption.value(Right.CALL, 110, 100, 1, 0.05, 0.05, 0)).isEqualTo(10);
    assertThat(AmericanOption.value(Right.CALL, 100, 0, 1, 0.05, 0.01, 0.2))
        .isCloseTo(100, within(1e-9));
    assertThat(AmericanOption.value(Right.PUT, 20, 100, 1, 0.05, 0, 0.2)).isEqualTo(80);
  }

  @Property(tries = 60)
  void aboveBothFloorsMonotoneAndConvex(
      @ForAll @DoubleRange(min = 60, max = 160) double spot,
      @ForAll @DoubleRange(min = 0.02, max = 3) double years,
      @ForAll @DoubleRange(min = 0, max = 0.12) double rate,
      @ForAll @DoubleRange(min = 0, max = 0.12) double yield,
      @ForAll @DoubleRange(min = 0.08, max = 1) double volatility) {
    for (Right right : Right.values()) {
      double value = AmericanOption.value(right, spot, 100, years, rate, yield, volatility);
      double european = BlackScholesMerton.value(right, spot, 100, years, rate, yield, volatility);
      assertThat(value).isGreaterThanOrEqualTo(european - 1e-9);
      assertThat(value).isGreaterThanOrEqualTo(AmericanOption.intrinsic(right, spot, 100) - 1e-9);
      assertThat(AmericanOption.value(right, spot, 100, years * 1.1, rate, yield, volatility))
          .isGreaterThanOrEqualTo(value - 1e-7);
      assertThat(AmericanOption.value(right, spot, 100, years, rate, yield, volatility * 1.05))
          .isGreaterThanOrEqualTo(value - 1e-7);
      double up = AmericanOption.value(right, spot + 2, 100, years, rate, yield, volatility);
      double down = AmericanOption.value(right, spot - 2, 100, years, rate, yield, volatility);
      assertThat(up + down).isGreaterThanOrEqualTo(2 * value - 1e-7);
      assertThat(right == Right.CALL ? up - value : value - up).isBetween(-1e-7, 2 + 1e-7);
    }
    assertThat(AmericanOption.value(Right.CALL, spot, 100, years, rate, yield, volatility))
        .as("a call is the put on the other side of the trade")
        .isCloseTo(
            AmericanOption.value(Right.PUT, 100, spot, years, yield, rate, volatility),
            within(1e-10));
  }

  /** The reference implementations are approximations of the same value, each from its side. */
  @Property(tries = 100)
  void approximationsAreNear(
      @ForAll @DoubleRange(min = 80, max = 120) double spot,
      @ForAll @DoubleRange(min = 0.05, max = 1) double years,
      @ForAll @DoubleRange(min = 0.01, max = 0.1) double rate,
      @ForAll @DoubleRange(min = 0.01, max = 0.1) double yield,
      @ForAll @DoubleRange(min = 0.1, max = 0.5) double volatility) {
    for (Right right : Right.values()) {
      double value = AmericanOption.value(right, spot, 100, years, rate, yield, volatility);
      assertThat(BaroneAdesiWhaley.value(right, spot, 100, years, rate, yield, volatility))
          .isCloseTo(value, within(0.25));
      assertThat(JuQuadratic.value(right, spot, 100, years, rate, yield, volatility))
          .isCloseTo(value, within(0.1));
      assertThat(BjerksundStensland.value(right, spot, 100, years, rate, yield, volatility))
          .isBetween(value - 0.6, value + 1e-6);
    }
  }

  @Test
  void greeksByDifferenceSatisfyTheEquation() {
    Greeks g = AmericanGreeks.of(Right.PUT, 100, 105, 0.75, 0.05, 0.02, 0.3);
    double drift =
        g.theta() + 0.03 * 100 * g.delta() + 0.5 * 0.09 * 1e4 * g.gamma() - 0.05 * g.value();
    assertThat(drift).isCloseTo(0, within(2e-3));
    assertThat(AmericanOption.quickDelta(Right.PUT, 100, 105, 0.75, 0.05, 0.02, 0.3))
        .isCloseTo(g.delta(), within(1e-3));
  }
}
