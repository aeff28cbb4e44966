package magnus.risk.var;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import magnus.risk.RealBars;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VarBacktestTest {

  private static final int FIRST = 525;

  static java.util.List<VarMethod> methods() {
    return VarMethod.all();
  }

  @ParameterizedTest
  @MethodSource("methods")
  void forecastsDoNotKnowTheFuture(VarMethod method) {
    double[] returns = random(800, 3);
    double[] other = returns.clone();
    for (int i = 600; i < other.length; i++) {
      other[i] = -10 * other[i] + 0.5;
    }
    for (int day = FIRST; day <= 600; day += 15) {
      for (Confidence confidence : Confidence.values()) {
        assertThat(method.forecast(PastReturns.first(day, other), confidence))
            .isEqualTo(method.forecast(PastReturns.first(day, returns), confidence));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("methods")
  void coversWhatIsIndependentAndNormal(VarMethod method) {
    double[] returns = random(1500, 11);
    for (Confidence confidence : Confidence.values()) {
      VarBacktest test = VarBacktest.walk(method, returns, FIRST, confidence).find().orElseThrow();
      assertThat(test.days()).isEqualTo(1500 - FIRST);
      assertThat(test.breachRate()).isCloseTo(confidence.tail(), within(0.02));
      assertThat(test.conditional().isSuccess()).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("methods")
  void saysWhenHistoryIsTooShort(VarMethod method) {
    double[] returns = random(method.warmUp(), 1);
    assertThat(VarBacktest.walk(method, returns, 0, Confidence.P95).isSuccess()).isFalse();
    assertThat(
            method
                .forecast(PastReturns.first(method.warmUp() - 1, returns), Confidence.P95)
                .findFailure()
                .orElseThrow()
                .detail())
        .contains("needs " + method.warmUp());
  }

  @Test
  void thePastEndsToday() {
    PastReturns past = PastReturns.first(3, new double[] {1, 2, 3, 4});
    assertThat(past.newest(2)).containsExactly(2, 3);
    assertThatThrownBy(() -> past.get(3)).hasMessageContaining("not known yet");
  }

  /** The whole walk of historical simulation once more, written out plainly. */
  @Test
  void spyBreachesAreCountedTwice() {
    double[] returns = spy();
    VarBacktest test =
        VarBacktest.walk(new HistoricalVar(250), returns, FIRST, Confidence.P99)
            .find()
            .orElseThrow();
    int breaches = 0;
    for (int day = FIRST; day < returns.length; day++) {
      double[] window = Arrays.copyOfRange(returns, day - 250, day);
      Arrays.sort(window);
      // the 248th smallest loss of 250 is the third smallest return
      breaches += returns[day] < window[2] ? 1 : 0;
    }
    assertThat(test.breaches()).isEqualTo(breaches);
  }

  /** What the product shows passes both tests at both levels on years with two crashes. */
  @Test
  void theShippedMethodHoldsOnSpy() {
    double[] returns = spy();
    for (Confidence confidence : Confidence.values()) {
      VarBacktest test =
          VarBacktest.walk(VarMethod.shipped(), returns, FIRST, confidence).find().orElseThrow();
      assertThat(test.kupiec().find().orElseThrow().pValue()).isGreaterThan(0.05);
      assertThat(test.conditional().find().orElseThrow().pValue()).isGreaterThan(0.05);
    }
  }

  @Test
  void theBeginningAloneChooses() {
    double[] returns = random(900, 5);
    VarChoice choice = VarChoice.on(Arrays.copyOf(returns, 500));
    assertThat(choice.days()).isEqualTo(250);
    assertThat(choice.advantage()).hasSize(VarMethod.challengers().size());
    VarChoice young = VarChoice.on(Arrays.copyOf(returns, 255));
    assertThat(young.days()).isZero();
    assertThat(young.method()).isEqualTo(VarMethod.shipped());
  }

  /**
   * Volatility that halves and doubles is followed: no tail method that ignores it scores better.
   */
  @Test
  void theScorePrefersWhoeverFollowsVolatility() {
    double[] returns = random(1500, 9);
    for (int i = 0; i < returns.length; i++) {
      returns[i] *= (i / 150) % 2 == 0 ? 0.5 : 2;
    }
    for (Confidence confidence : Confidence.values()) {
      double filtered =
          VarBacktest.walk(VarMethod.shipped(), returns, FIRST, confidence)
              .find()
              .orElseThrow()
              .score();
      double plain =
          VarBacktest.walk(new HistoricalVar(250), returns, FIRST, confidence)
              .find()
              .orElseThrow()
              .score();
      assertThat(filtered).isLessThan(plain);
    }
  }

  private static double[] spy() {
    double[] closes =
        RealBars.closes(RealBars.SPY).get("SPY").values().stream()
            .mapToDouble(Double::doubleValue)
            .toArray();
    double[] returns = new double[closes.length - 1];
    for (int i = 0; i < returns.length; i++) {
      returns[i] = closes[i + 1] / closes[i] - 1;
    }
    return returns;
  }

  private static double[] random(int n, long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    return random.doubles(n).map(u -> 0.01 * random.nextGaussian()).toArray();
  }
}
