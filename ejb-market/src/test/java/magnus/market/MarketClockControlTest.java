package magnus.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import magnus.persistence.clock.MarketTime;
import org.junit.jupiter.api.Test;

/** What the clock's state says of a replay on its way to the present. */
class MarketClockControlTest {

  private static final Instant WALL = Instant.parse("2026-01-05T16:00:00Z");

  @Test
  void aReplayThatReachesThePresentIsLiveAndSaysSo() {
    MarketTime replay = MarketTime.replay(WALL.minus(Duration.ofDays(1)), WALL, 86_401);
    MarketMoment before = MarketClockControl.moment(replay, WALL);
    assertThat(before.mode()).isEqualTo(MarketMoment.Mode.REPLAY);
    assertThat(before.speed()).isEqualTo(86_401);
    assertThat(before.caughtUp()).isFalse();

    Instant later = WALL.plus(Duration.ofDays(30));
    MarketMoment after = MarketClockControl.moment(replay, later);
    assertThat(after.now()).isEqualTo(later);
    assertThat(after.mode()).isEqualTo(MarketMoment.Mode.LIVE);
    assertThat(after.speed()).isEqualTo(1);
    assertThat(after.caughtUp()).isTrue();
  }

  @Test
  void liveTimeHasNothingToCatchUpWith() {
    MarketMoment live = MarketClockControl.moment(MarketTime.live(), WALL);
    assertThat(live.mode()).isEqualTo(MarketMoment.Mode.LIVE);
    assertThat(live.caughtUp()).isFalse();
  }
}
