package magnus.options.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import magnus.options.Criterion;
import magnus.options.Score;
import magnus.options.Weights;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ScoreTest {

  @Property(tries = 500)
  void thePartsAddUp(
      @ForAll @Size(7) List<@DoubleRange(min = -1, max = 2) Double> figures,
      @ForAll @Size(7) List<@DoubleRange(min = 0.01, max = 5) Double> wished) {
    double[] f = figures.stream().mapToDouble(Double::doubleValue).toArray();
    Weights weights =
        Weights.of(
            Map.of(
                Criterion.YIELD, wished.get(0),
                Criterion.PROFIT_CHANCE, wished.get(1),
                Criterion.CUSHION, wished.get(2),
                Criterion.QUIET, wished.get(3)));
    Score score = Score.of(f, weights);
    assertThat(score.parts().stream().mapToDouble(Score.Part::points).sum())
        .isCloseTo(score.value(), within(1e-10));
    assertThat(score.parts().stream().mapToDouble(Score.Part::weight).sum())
        .isCloseTo(1, within(1e-12));
    assertThat(score.value()).isBetween(0.0, 100.0);
    f[0] += 0.1;
    assertThat(Score.value(f, weights)).isGreaterThanOrEqualTo(score.value());
  }

  @Test
  void theBestIsAHundredAndWeightsAreChecked() {
    double[] best = {0.5, 1, 3, 1, 1, 0, 1};
    assertThat(Score.of(best, Weights.usual()).value()).isCloseTo(100, within(1e-9));
    double[] worst = {0, 0.4, -1, -0.5, 0, 0.5, 0};
    assertThat(Score.of(worst, Weights.usual()).value()).isZero();
    assertThatThrownBy(() -> Weights.of(Map.of(Criterion.YIELD, -1.0)))
        .hasMessageContaining("-1.0");
  }
}
