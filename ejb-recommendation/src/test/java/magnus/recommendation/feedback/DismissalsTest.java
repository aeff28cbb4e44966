package magnus.recommendation.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DismissalsTest {

  private static final Instant NOW = Instant.parse("2026-03-05T14:00:00Z");

  @Test
  void anActionStaysAwayWhateverKindDressesItUntilItsTimeIsOver() {
    List<Past> past =
        List.of(new Past("CONCENTRATION", "REDUCE NVDA p", NOW.plusSeconds(60), false));
    Dismissals now = new Dismissals(past, NOW);
    assertThat(now.keepAway("CONCENTRATION", "REDUCE NVDA p")).isTrue();
    assertThat(now.keepAway("REBALANCE", "REDUCE NVDA p")).isTrue();
    assertThat(now.keepAway("CONCENTRATION", "REDUCE AAPL p")).isFalse();
    Dismissals later = new Dismissals(past, NOW.plusSeconds(60));
    assertThat(later.keepAway("CONCENTRATION", "REDUCE NVDA p")).isFalse();
  }

  @Test
  void notThisKindKeepsAllOfItAwayForGood() {
    Dismissals dismissals =
        new Dismissals(List.of(new Past("IDLE_CASH", "ADD cash p", NOW, true)), NOW.plusSeconds(1));
    assertThat(dismissals.keepAway("IDLE_CASH", "ADD cash q")).isTrue();
    assertThat(dismissals.keepAway("SECTOR_WEIGHT", "ADD cash q")).isFalse();
  }

  @Test
  void theSameAdviceToTheSameUserIsTheSame() {
    UUID owner = UUID.randomUUID();
    assertThat(Identity.of(owner, "A", "REDUCE X")).isEqualTo(Identity.of(owner, "A", "REDUCE X"));
    assertThat(Identity.of(owner, "A", "REDUCE X"))
        .isNotEqualTo(Identity.of(UUID.randomUUID(), "A", "REDUCE X"));
  }
}
