package magnus.persistence.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import magnus.persistence.DatabaseContract;
import magnus.persistence.TestDatabase;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class WarmingRepositoryTest {

  private static final LocalDate SESSION = LocalDate.of(2024, 3, 5);
  private static final Instant NOW = Instant.parse("2024-03-05T14:00:00Z");
  private static final Duration LONG = Duration.ofMinutes(10);

  abstract static class Contract extends DatabaseContract {

    Contract(TestDatabase database) {
      super(database);
    }

    private boolean claim(UUID id, String turn, Instant now) {
      return in(em -> new WarmingRepository(em).claim(id, SESSION, turn, now, now.minus(LONG)));
    }

    private List<String> reports() {
      return in(em -> new WarmingRepository(em).reports(5));
    }

    private Optional<String> report(UUID id) {
      return in(em -> new WarmingRepository(em).find(id));
    }

    private List<StoredHabit> heaviest() {
      return in(em -> new HabitRepository(em).heaviest(5));
    }

    private Optional<StoredHabit> habit(String shelf, String key) {
      return in(em -> new HabitRepository(em).find(shelf, key));
    }

    @Test
    void aTurnIsHadOnceUntilItIsForgotten() {
      assertThat(claim(UUID.randomUUID(), "09:00", NOW)).isTrue();
      assertThat(claim(UUID.randomUUID(), "09:00", NOW.plusSeconds(1))).isFalse();
      assertThat(claim(UUID.randomUUID(), "09:25", NOW.plusSeconds(1))).isTrue();
      assertThat(claim(UUID.randomUUID(), "09:00", NOW.plus(LONG).plusSeconds(1))).isTrue();
    }

    @Test
    void keepsReportsNewestFirst() {
      UUID first = UUID.randomUUID();
      UUID second = UUID.randomUUID();
      claim(first, "09:00", NOW);
      claim(second, "09:25", NOW.plusSeconds(1_500));
      assertThat(reports()).isEmpty();
      run(
          em -> {
            new WarmingRepository(em).report(first, "one");
            new WarmingRepository(em).report(second, "x".repeat(100_000));
          });
      run(em -> new WarmingRepository(em).report(second, "two"));
      assertThat(reports()).containsExactly("two", "one");
      assertThat(report(first)).contains("one");
      run(em -> new WarmingRepository(em).prune(NOW.plusSeconds(1)));
      assertThat(reports()).containsExactly("two");
    }

    @Test
    void habitsAreOnePerKeyAndTheHeaviestComeFirst() {
      StoredHabit light = new StoredHabit("quotes", "A", 10, 1, SESSION);
      StoredHabit heavy = new StoredHabit("analytics", "x/y/756", 2, 400, SESSION.minusDays(40));
      run(
          em ->
              new HabitRepository(em).put(List.of(new StoredHabit("quotes", "A", 1, 1, SESSION))));
      run(em -> new HabitRepository(em).put(List.of(light, heavy)));
      assertThat(heaviest()).containsExactly(heavy, light);
      assertThat(habit("quotes", "A")).contains(light);
      run(em -> new HabitRepository(em).prune(SESSION.minusDays(30), 0.01));
      assertThat(heaviest()).containsExactly(light);
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
