package magnus.prefetch.behavior;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class MarketStateTest {

  private static final Instant SEASON = Instant.parse("2024-01-25T22:00:00Z");
  private static final Instant NONE = Instant.parse("2024-03-01T15:00:00Z");

  @Test
  void isReadAsItWasWrittenInTwentyCharacters() {
    for (Instant at : new Instant[] {SEASON, NONE}) {
      for (double vix : new double[] {12, 17, 40}) {
        MarketState state = MarketState.at(at, OptionalDouble.of(vix));
        assertThat(state.text()).hasSizeLessThanOrEqualTo(20);
        assertThat(MarketState.parse(state.text())).contains(state);
      }
    }
    assertThat(MarketState.at(SEASON, OptionalDouble.of(40)).text())
        .isEqualTo("AFTER_HOURS/HIGH/EPS");
    assertThat(MarketState.parse("OPEN")).contains(MarketState.at(NONE, OptionalDouble.empty()));
    assertThat(MarketState.parse("")).isEmpty();
  }
}
