package magnus.persistence.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import magnus.persistence.DatabaseContract;
import magnus.persistence.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class VisitRepositoryTest {

  abstract static class Contract extends DatabaseContract {

    private static final Instant NOW = Instant.parse("2024-03-01T10:00:00Z");
    private static final Duration PAUSE = Duration.ofMinutes(30);

    private final UUID session = UUID.randomUUID();
    private Account ann;

    Contract(TestDatabase database) {
      super(database);
    }

    @BeforeEach
    void account() {
      ann = new Account(UUID.randomUUID(), "ann", Set.of("USER"), NOW);
      run(em -> new AccountRepository(em).add(ann));
    }

    private void note(Instant from, Instant now) {
      run(em -> new VisitRepository(em).note(ann.id(), session, from, now.minus(PAUSE), now));
    }

    private List<StoredVisit> all() {
      return in(em -> new VisitRepository(em).since(Instant.EPOCH));
    }

    @Test
    void aVisitGrowsUntilAPauseAndThenAnotherBegins() {
      Instant second = NOW.plus(Duration.ofMinutes(5));
      Instant third = second.plus(Duration.ofHours(2));
      note(NOW, second);
      note(second, second.plusSeconds(90));
      note(third, third);
      assertThat(all())
          .containsExactly(
              new StoredVisit(ann.id(), NOW, second.plusSeconds(90)),
              new StoredVisit(ann.id(), third, third));
      List<StoredVisit> wholes = in(em -> new VisitRepository(em).wholes());
      assertThat(wholes).containsExactly(new StoredVisit(ann.id(), NOW, third));
    }

    @Test
    void oldOnesGo() {
      note(NOW, NOW.plusSeconds(120));
      int removed = in(em -> new VisitRepository(em).prune(NOW.plus(Duration.ofDays(1))));
      assertThat(removed).isEqualTo(1);
      assertThat(all()).isEmpty();
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
