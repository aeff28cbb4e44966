package magnus.prefetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import magnus.basics.time.TradingCalendar;
import magnus.persistence.behavior.BehaviorRepository;
import magnus.persistence.behavior.StoredAccess;
import magnus.persistence.behavior.StoredVisit;
import magnus.prefetch.behavior.HabitFinder;
import magnus.prefetch.behavior.HabitWords;
import org.junit.jupiter.api.Test;

class BehaviorReaderTest {

  private static final UUID ANN = new UUID(0, 1);

  /** Nine Mondays of which one is missing, from looks at a symbol alone. */
  private static final class Looks extends BehaviorRepository {

    @Override
    public List<StoredVisit> visits(UUID account, long before, int most) {
      return List.of();
    }

    @Override
    public List<StoredAccess> accesses(UUID account, long before, int most) {
      Instant first = Instant.parse("2024-01-08T14:41:00Z");
      return IntStream.range(0, 9)
          .filter(week -> week != 3)
          .mapToObj(week -> first.plusSeconds(7L * 86_400 * week))
          .map(at -> new StoredAccess(1, ANN, at, at, "TSLA", "VIEW", "", "OPEN", ""))
          .toList();
    }
  }

  @Test
  void findsAPatternInLooksAtSymbols() {
    Instant now = Instant.parse("2024-03-05T16:00:00Z");
    assertThat(
            new HabitFinder(TradingCalendar.ZONE)
                .find(new BehaviorReader(new Looks(), ANN).moments(100), Instant.MAX, now))
        .extracting(HabitWords::of)
        .containsExactly("Monday 09:30–10:00: TSLA, 8 of the last 9 weeks");
  }
}
