package magnus.recommendation.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ChanceTest {

  @Test
  void anAmountWithinTwoDeviationsMayBeLuck() {
    assertThat(Chance.one(100, 60).distinguishable()).isFalse();
    assertThat(Chance.one(-130, 60).distinguishable()).isTrue();
    assertThat(Chance.one(0, 0).distinguishable()).isFalse();
  }

  @Test
  void luckOfTheSameWeeksAddsUpFasterThanIndependentLuck() {
    List<Double> amounts = List.of(10.0, 20.0);
    List<Double> chances = List.of(3.0, 4.0);
    assertThat(Chance.sum(amounts, chances, 0).high()).isCloseTo(30 + 1.96 * 5, within(0.01));
    assertThat(Chance.sum(amounts, chances, 1).high()).isCloseTo(30 + 1.96 * 7, within(0.01));
  }
}
