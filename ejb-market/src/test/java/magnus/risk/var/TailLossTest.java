package magnus.risk.var;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import magnus.basics.result.FailureReason;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TailLossTest {

  @Test
  void worksOutByHand() {
    double[] losses = IntStream.rangeClosed(1, 100).mapToDouble(i -> -i / 1000.0).toArray();
    TailLoss at95 = TailLoss.ofSample(losses, Confidence.P95).find().orElseThrow();
    assertThat(at95.valueAtRisk()).isEqualTo(0.095);
    assertThat(at95.expectedShortfall()).isCloseTo(0.098, within(1e-15)); // mean of .096 to .100
    TailLoss at99 = TailLoss.ofSample(losses, Confidence.P99).find().orElseThrow();
    assertThat(at99).isEqualTo(new TailLoss(0.099, 0.1));
  }

  @Test
  void countsTheStraddlingLossWithItsPart() {
    double[] losses = IntStream.rangeClosed(1, 30).mapToDouble(i -> -i / 100.0).toArray();
    TailLoss tail = TailLoss.ofSample(losses, Confidence.P95).find().orElseThrow();
    assertThat(tail.valueAtRisk()).isEqualTo(0.29); // rank 28.5 rounds up to 29
    assertThat(tail.expectedShortfall()).isCloseTo((0.30 + 0.5 * 0.29) / 1.5, within(1e-15));
  }

  @Test
  void needsOneObservationBeyond() {
    var failure = TailLoss.ofSample(new double[99], Confidence.P99).findFailure().orElseThrow();
    assertThat(failure.reason()).isEqualTo(FailureReason.NOT_ENOUGH_DATA);
    assertThat(failure.detail()).contains("100").contains("99");
    assertThat(TailLoss.ofSample(new double[20], Confidence.P95).isSuccess()).isTrue();
  }

  @Test
  void theFilteredFigureSaysInWordsHowManyDaysItLacks() {
    var failure =
        VarMethod.shipped()
            .forecast(PastReturns.first(248, new double[248]), Confidence.P95)
            .findFailure()
            .orElseThrow();
    assertThat(failure.detail())
        .isEqualTo(
            "The filtered-historical figure needs 250 trading days of prices; there are 248.");
  }

  @Property(tries = 200)
  void isCoherent(
      @ForAll @Size(120) double[] anyA,
      @ForAll @Size(120) double[] anyB,
      @ForAll Confidence confidence,
      @ForAll @DoubleRange(min = 0.1, max = 10) double factor) {
    double[] a = Arrays.stream(anyA).map(Math::sin).toArray();
    double[] b = Arrays.stream(anyB).map(Math::cos).toArray();
    double[] both = IntStream.range(0, 120).mapToDouble(i -> a[i] + b[i]).toArray();
    double[] scaled = Arrays.stream(a).map(x -> x * factor).toArray();
    double[] shifted = Arrays.stream(a).map(x -> x - 0.25).toArray();
    TailLoss tail = tail(a, confidence);
    assertThat(tail.expectedShortfall()).isGreaterThanOrEqualTo(tail.valueAtRisk());
    assertThat(tail(both, confidence).expectedShortfall())
        .isLessThanOrEqualTo(
            tail.expectedShortfall() + tail(b, confidence).expectedShortfall() + 1e-12);
    assertThat(tail(scaled, confidence).expectedShortfall())
        .isCloseTo(factor * tail.expectedShortfall(), within(1e-12));
    assertThat(tail(shifted, confidence).expectedShortfall())
        .isCloseTo(tail.expectedShortfall() + 0.25, within(1e-12));
  }

  private static TailLoss tail(double[] returns, Confidence confidence) {
    return TailLoss.ofSample(returns, confidence).find().orElseThrow();
  }
}
