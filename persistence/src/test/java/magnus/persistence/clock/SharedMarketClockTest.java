package magnus.persistence.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SharedMarketClockTest {

  private static final Instant ANCHOR = Instant.parse("2014-06-06T13:30:00Z");

  private Instant wallNow = Instant.parse("2026-01-05T09:00:00Z");
  private MarketTime row = MarketTime.live();
  private int reads;
  private boolean databaseDown;

  private final SharedMarketClock clock =
      new SharedMarketClock(
          () -> {
            reads++;
            if (databaseDown) {
              throw new IllegalStateException("down");
            }
            return row;
          },
          () -> wallNow);

  @Test
  void liveIsTheTimeOnTheWall() {
    assertThat(clock.instant()).isEqualTo(wallNow);
    wallNow = wallNow.plusMillis(250);
    assertThat(clock.instant()).isEqualTo(wallNow);
  }

  @Test
  void replayRunsFromItsAnchorAtItsSpeed() {
    row = MarketTime.replay(ANCHOR, wallNow, 3600);
    wallNow = wallNow.plusSeconds(2).plusMillis(500);
    assertThat(clock.instant()).isEqualTo(ANCHOR.plus(Duration.ofMinutes(150)));
  }

  @Test
  void pausedReplayStandsStill() {
    row = MarketTime.replay(ANCHOR, wallNow, 0);
    wallNow = wallNow.plus(Duration.ofDays(400));
    assertThat(clock.instant()).isEqualTo(ANCHOR);
  }

  @Test
  void yearsOfWallTimeAtFullSpeedEndAtTheWall() {
    MarketTime time = MarketTime.replay(ANCHOR, wallNow, MarketTime.FASTEST);
    Instant later = wallNow.plus(Duration.ofDays(3650));
    assertThat(time.at(later)).isEqualTo(later);
  }

  @Test
  void replayThatReachesTheWallGoesOnLive() {
    row = MarketTime.replay(wallNow.minus(Duration.ofHours(1)), wallNow, 61);
    Instant meeting = wallNow.plus(Duration.ofMinutes(1));
    wallNow = meeting.minusSeconds(1);
    assertThat(clock.instant()).isEqualTo(meeting.minusSeconds(61));
    assertThat(row.hasCaughtUp(wallNow)).isFalse();
    for (int i = 0; i < 3; i++) {
      wallNow = meeting.plusSeconds(i);
      assertThat(clock.instant()).isEqualTo(wallNow);
      assertThat(row.hasCaughtUp(wallNow)).isTrue();
    }
  }

  @Test
  void replaySlowerThanTheWallNeverCatchesUp() {
    row = MarketTime.replay(wallNow.minusSeconds(1), wallNow, 0.5);
    wallNow = wallNow.plus(Duration.ofDays(400));
    assertThat(row.hasCaughtUp(wallNow)).isFalse();
  }

  @Test
  void nodeWhoseWallClockIsBehindWaitsAtTheAnchor() {
    row = MarketTime.replay(ANCHOR, wallNow.plusSeconds(5), 60);
    assertThat(clock.instant()).isEqualTo(ANCHOR);
  }

  @Test
  void rowIsReadOnceASecond() {
    for (int i = 0; i < 10; i++) {
      clock.instant();
      wallNow = wallNow.plusMillis(99);
    }
    assertThat(reads).isEqualTo(1);
    row = MarketTime.replay(ANCHOR, wallNow, 1);
    wallNow = wallNow.plusMillis(10);
    assertThat(clock.instant()).isEqualTo(ANCHOR.plusMillis(10));
    assertThat(reads).isEqualTo(2);
  }

  @Test
  void changeOnThisNodeCountsAtOnce() {
    clock.instant();
    clock.changed(MarketTime.replay(ANCHOR, wallNow, 1));
    assertThat(clock.instant()).isEqualTo(ANCHOR);
  }

  @Test
  void lastSettingStaysWhileTheDatabaseIsDown() {
    row = MarketTime.replay(ANCHOR, wallNow, 1);
    clock.instant();
    databaseDown = true;
    wallNow = wallNow.plusSeconds(10);
    assertThat(clock.instant()).isEqualTo(ANCHOR.plusSeconds(10));
  }

  @Test
  void speedOutOfRangeIsQuoted() {
    assertThatThrownBy(() -> MarketTime.replay(ANCHOR, wallNow, -2)).hasMessageContaining("-2.0");
    assertThatThrownBy(() -> MarketTime.replay(ANCHOR, wallNow, Double.NaN))
        .hasMessageContaining("NaN");
  }
}
