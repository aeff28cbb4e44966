package magnus.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import magnus.cache.event.EntryIndex.Place;
import magnus.cache.warming.Attendance;
import magnus.persistence.cache.HabitRepository;
import magnus.persistence.cache.StoredHabit;
import org.junit.jupiter.api.Test;

class OpeningLogTest {

  private static final class Rows extends HabitRepository {
    final List<StoredHabit> stored = new ArrayList<>();

    @Override
    public Optional<StoredHabit> find(String shelf, String key) {
      return Optional.empty();
    }

    @Override
    public void put(List<StoredHabit> habits) {
      stored.addAll(habits);
    }

    @Override
    public int prune(LocalDate before, double leastWeight) {
      return 0;
    }
  }

  @Test
  void keepsNothingThatIsOneUsersOwn() {
    Rows rows = new Rows();
    UUID user = UUID.randomUUID();
    Attendance attendance = new Attendance();
    attendance.open();
    attendance.asked(new Place("holdings", user + "/" + UUID.randomUUID()), false);
    attendance.asked(new Place("holdings", user.toString()), false);
    attendance.asked(new Place("quotes", "AAPL"), false);
    Map<Place, Attendance.Asked> asked = attendance.close();

    new OpeningLog(rows).learn(LocalDate.of(2024, 3, 1), asked, place -> 10);

    assertThat(asked).hasSize(3);
    assertThat(rows.stored).extracting(StoredHabit::key).containsExactly("AAPL", "*");
  }
}
