package magnus.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The measurement that Magnus comes with is of the setting that it comes with. */
class FrontierTest {

  private final Frontier frontier = Frontier.shipped();

  @Test
  void isOfTheShippedSetting() {
    assertThat(frontier.shippedEpsilonBp())
        .as("measure again: cache-replay --frontier")
        .isEqualTo(CacheSettings.EPSILON.fallback());
    assertThat(frontier.bounded())
        .anyMatch(p -> p.epsilonBp().equals(Optional.of(frontier.shippedEpsilonBp())));
  }

  @Test
  void saysHowItWasMade() {
    assertThat(frontier.command()).startsWith("cache-replay --bars " + frontier.bars());
    assertThat(frontier.days()).isNotEmpty().hasSizeLessThanOrEqualTo(frontier.allDays());
    assertThat(frontier.fixed().callsOfFixed()).isEqualTo(1);
  }

  @Test
  void aWiderBoundTakesFewerCallsAtALargerError() {
    assertThat(frontier.bounded())
        .isSortedAccordingTo(Comparator.comparing(p -> p.epsilonBp().orElseThrow()))
        .isSortedAccordingTo(Comparator.comparing(Frontier.Point::callsOfFixed).reversed())
        .isSortedAccordingTo(Comparator.comparing(Frontier.Point::meanErrorBp));
  }
}
