package magnus.persistence.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import magnus.persistence.DatabaseContract;
import magnus.persistence.TestDatabase;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class OccurrenceRepositoryTest {

  static final Instant NOW = Instant.parse("2024-03-01T15:00:00Z");

  static StoredOccurrence told(String fingerprint, String node, int dropped) {
    return told(fingerprint, node, dropped, NOW.plusSeconds(1));
  }

  static StoredOccurrence told(String fingerprint, String node, int dropped, Instant at) {
    return new StoredOccurrence(
        0,
        fingerprint,
        "EARNINGS_RELEASE",
        "SYMBOL:AAPL",
        NOW,
        at,
        "calendar: Apple",
        node,
        "{}",
        3,
        dropped,
        1.5,
        "[]");
  }

  abstract static class Contract extends DatabaseContract {

    Contract(TestDatabase database) {
      super(database);
    }

    private boolean keep(StoredOccurrence occurrence) {
      return in(em -> new OccurrenceRepository(em).keep(occurrence));
    }

    private List<StoredOccurrence> newest() {
      return in(em -> new OccurrenceRepository(em).before(Long.MAX_VALUE, 10));
    }

    @Test
    void keepsWhatSeveralNodesTellOnceWithTheLargestReach() {
      assertThat(keep(told("a", "one", 2))).isTrue();
      assertThat(keep(told("a", "two", 0))).isFalse();
      assertThat(newest())
          .singleElement()
          .satisfies(
              o -> {
                assertThat(o.node()).isEqualTo("one");
                assertThat(o.droppedCount()).isEqualTo(2);
                assertThat(o.marketAt()).isEqualTo(NOW);
                assertThat(o.id()).isPositive();
              });
      keep(told("a", "two", 5));
      assertThat(newest())
          .singleElement()
          .satisfies(o -> assertThat(o.node()).isEqualTo("two"))
          .satisfies(o -> assertThat(o.droppedCount()).isEqualTo(5));
    }

    @Test
    void tellsWhatAReplayPassesAgainAnew() {
      keep(told("a", "one", 2));
      keep(told("b", "one", 2));
      assertThat(keep(told("a", "one", 0, NOW.plus(Duration.ofHours(1))))).isTrue();
      assertThat(newest()).extracting(StoredOccurrence::fingerprint).containsExactly("a", "b");
      assertThat(newest()).first().satisfies(o -> assertThat(o.droppedCount()).isZero());
    }

    @Test
    void readsThemNewestFirstInPages() {
      keep(told("a", "one", 1));
      keep(told("b", "one", 2));
      keep(told("c", "one", 3));
      List<StoredOccurrence> first =
          in(em -> new OccurrenceRepository(em).before(Long.MAX_VALUE, 2));
      assertThat(first).extracting(StoredOccurrence::fingerprint).containsExactly("c", "b");
      List<StoredOccurrence> second =
          in(em -> new OccurrenceRepository(em).before(first.get(1).id(), 2));
      assertThat(second).extracting(StoredOccurrence::fingerprint).containsExactly("a");
    }

    @Test
    void forgetsOldOnes() {
      keep(told("a", "one", 1));
      assertThat((int) in(em -> new OccurrenceRepository(em).prune(NOW.plusSeconds(1)))).isZero();
      assertThat((int) in(em -> new OccurrenceRepository(em).prune(NOW.plus(Duration.ofDays(1)))))
          .isOne();
      assertThat(newest()).isEmpty();
    }

    @Test
    void fixesAndFreesShelves() {
      StoredFreeze quotes = new StoredFreeze("quotes", 30_000, "admin", NOW);
      StoredFreeze longer = new StoredFreeze("quotes", 60_000, "other", NOW);
      run(em -> new FreezeRepository(em).put(quotes));
      run(em -> new FreezeRepository(em).put(longer));
      List<StoredFreeze> all = in(em -> new FreezeRepository(em).all());
      assertThat(all).containsExactly(longer);
      assertThat((boolean) in(em -> new FreezeRepository(em).remove("quotes"))).isTrue();
      assertThat((boolean) in(em -> new FreezeRepository(em).remove("quotes"))).isFalse();
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
