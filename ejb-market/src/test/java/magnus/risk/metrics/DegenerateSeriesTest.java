package magnus.risk.metrics;

import static magnus.risk.metrics.FiguresAgreeTest.daily;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import java.util.stream.DoubleStream;
import magnus.basics.result.FailureReason;
import magnus.basics.result.Result;
import org.junit.jupiter.api.Test;

/** Series that do not allow a figure say why; none answers NaN or an infinity. */
class DegenerateSeriesTest {

  private static final double[] CONSTANT = DoubleStream.generate(() -> 0.1).limit(30).toArray();

  @Test
  void tooShort() {
    fails(Volatility.of(daily()), FailureReason.NOT_ENOUGH_DATA, "there are 0");
    fails(Volatility.of(daily(0.1)), FailureReason.NOT_ENOUGH_DATA, "there are 1");
    fails(RewardToRisk.sharpe(daily(0.1), 0), FailureReason.NOT_ENOUGH_DATA, "Sharpe");
    fails(RewardToRisk.sortino(daily(0.1), 0), FailureReason.NOT_ENOUGH_DATA, "Sortino");
    fails(Drawdown.maximum(daily()), FailureReason.NOT_ENOUGH_DATA, "drawdown");
    fails(MarketBeta.of(daily(.1, .2), daily(.1, .2)), FailureReason.NOT_ENOUGH_DATA, "are 2");
  }

  @Test
  void constant() {
    assertThat(Volatility.of(daily(CONSTANT)).find()).contains(0.0);
    fails(RewardToRisk.sharpe(daily(CONSTANT), 0), FailureReason.NOT_COMPUTABLE, "equal");
    fails(RewardToRisk.sortino(daily(CONSTANT), 0), FailureReason.NOT_COMPUTABLE, "no day fell");
    double[] moving = new double[30];
    moving[3] = 0.1;
    fails(
        MarketBeta.of(daily(moving), daily(CONSTANT)),
        FailureReason.NOT_COMPUTABLE,
        "did not move");
  }

  @Test
  void everythingLost() {
    fails(Drawdown.maximum(daily(0.1, -1)), FailureReason.NOT_COMPUTABLE, "all was lost");
    assertThatThrownBy(() -> daily(Double.NaN)).hasMessageContaining("NaN");
  }

  @Test
  void drawdownKnowsItsDates() {
    Drawdown d = Drawdown.maximum(daily(0.1, -0.2, 0.25, -0.1, 0.2)).find().orElseThrow();
    assertThat(d.depth()).isEqualTo(1 - 0.88 / 1.1, org.assertj.core.api.Assertions.within(1e-15));
    assertThat(d.peak()).isEqualTo(LocalDate.ofEpochDay(1));
    assertThat(d.trough()).isEqualTo(LocalDate.ofEpochDay(2));
    assertThat(d.recovery()).contains(LocalDate.ofEpochDay(3));

    Drawdown fromTheStart = Drawdown.maximum(daily(-0.2, 0.1)).find().orElseThrow();
    assertThat(fromTheStart.peak()).isEqualTo(LocalDate.EPOCH);
    assertThat(fromTheStart.recovery()).isEmpty();

    assertThat(Drawdown.maximum(daily(0.1, 0.1)).find().orElseThrow().depth()).isZero();
  }

  @Test
  void concentrationCountsShortsAndLeavesNothingToGuess() {
    Concentration c = Concentration.of(Map.of("A", 50.0, "B", -50.0)).find().orElseThrow();
    assertThat(c.herfindahl()).isEqualTo(0.5);
    assertThat(c.effectiveHoldings()).isEqualTo(2);
    assertThat(c.largest()).isEqualTo(new Concentration.Weight("A", 0.5));
    fails(Concentration.of(Map.of()), FailureReason.NOT_COMPUTABLE, "nothing is invested");
    fails(Concentration.of(Map.of("A", 0.0)), FailureReason.NOT_COMPUTABLE, "nothing");
  }

  @Test
  void sumsDoNotLoseSmallTerms() {
    assertThat(CompensatedSum.of(1e16, 1, -1e16)).isEqualTo(1);
    double[] tenths = DoubleStream.generate(() -> 0.1).limit(1_000_000).toArray();
    assertThat(CompensatedSum.of(tenths)).isEqualTo(100_000);
  }

  private static void fails(Result<?> result, FailureReason reason, String part) {
    Result.Failure<?> failure = result.findFailure().orElseThrow();
    assertThat(failure.reason()).isEqualTo(reason);
    assertThat(failure.detail()).contains(part);
  }
}
