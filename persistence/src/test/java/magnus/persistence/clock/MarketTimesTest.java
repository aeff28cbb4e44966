package magnus.persistence.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import magnus.persistence.DatabaseContract;
import magnus.persistence.TestDatabase;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MarketTimesTest {

  abstract static class Contract extends DatabaseContract {

    private static final Instant ANCHOR = Instant.parse("2014-06-06T13:30:00.123456Z");
    private static final Instant WALL = Instant.parse("2026-01-05T09:00:00.654321Z");

    Contract(TestDatabase database) {
      super(database);
    }

    private MarketTime current() {
      return in(em -> new MarketTimes(em).current());
    }

    @Test
    void isLiveUntilSomebodyChangesIt() {
      assertThat(current()).isEqualTo(MarketTime.live());
    }

    @Test
    void keepsAReplayToTheMicrosecond() {
      MarketTime replay = MarketTime.replay(ANCHOR, WALL, 60);
      run(em -> new MarketTimes(em).change(before -> replay));
      assertThat(current()).isEqualTo(replay);
    }

    @Test
    void changeSeesWhatWasInForce() {
      MarketTime replay = MarketTime.replay(ANCHOR, WALL, 60);
      run(em -> new MarketTimes(em).change(before -> replay));
      MarketTime paused =
          in(
              em ->
                  new MarketTimes(em)
                      .change(
                          before ->
                              MarketTime.replay(
                                  before.at(WALL.plusSeconds(10)), WALL.plusSeconds(10), 0)));
      assertThat(paused.at(WALL.plusSeconds(500))).isEqualTo(ANCHOR.plusSeconds(600));
    }
  }

  @Nested
  class OnH2 extends Contract {
    OnH2() {
      super(TestDatabase.h2());
    }
  }

  @Nested
  class OnPostgreSql extends Contract {
    OnPostgreSql() {
      super(TestDatabase.postgreSql());
    }
  }
}
