package magnus.cache;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import magnus.cache.event.EntryIndex.Place;
import magnus.cache.warming.Attendance;
import magnus.cache.warming.Habit;
import magnus.cache.warming.WarmingPlan;
import magnus.persistence.cache.HabitRepository;
import magnus.persistence.cache.StoredHabit;

/** The first minutes of past sessions, kept in the database: a restart forgets nothing. */
final class OpeningLog {

  /** Stands for a key that was asked for once in each session that was seen. */
  private static final Place ONCE = new Place("*", "*");

  private static final int MOST_LEARNED = 5_000;
  private static final int MOST_EXPECTED = 20_000;
  private static final int LONGEST_KEY = 500;
  private static final int DAYS_KEPT = 60;
  private static final double LEAST_WEIGHT = 0.05;

  private final HabitRepository rows;

  OpeningLog(HabitRepository rows) {
    this.rows = rows;
  }

  /**
   * The first minutes of a session are over.
   *
   * @param loadMillis how long a place's source takes; 0 where unknown
   */
  void learn(
      LocalDate session, Map<Place, Attendance.Asked> asked, ToDoubleFunction<Place> loadMillis) {
    List<StoredHabit> learned = new ArrayList<>();
    asked.entrySet().stream()
        .filter(e -> e.getKey().key().length() <= LONGEST_KEY)
        // When somebody came is told by his own keys: nobody was asked whether that may be kept.
        .filter(e -> OwnKeys.owner(e.getKey().key()).isEmpty())
        .sorted(
            Comparator.comparingLong((Map.Entry<Place, Attendance.Asked> e) -> -e.getValue().all()))
        .limit(MOST_LEARNED)
        .forEach(
            e ->
                learned.add(
                    with(
                        e.getKey(),
                        e.getValue().all(),
                        loadMillis.applyAsDouble(e.getKey()),
                        session)));
    Optional<StoredHabit> once = rows.find(ONCE.shelf(), ONCE.key());
    if (once.isEmpty() || session.isAfter(once.get().session())) {
      learned.add(with(ONCE, 1, 0, session));
    }
    rows.put(learned);
    rows.prune(session.minusDays(DAYS_KEPT), LEAST_WEIGHT);
  }

  private StoredHabit with(Place place, long accesses, double load, LocalDate session) {
    Habit before =
        rows.find(place.shelf(), place.key())
            .map(OpeningLog::habit)
            .orElse(new Habit(0, 0, session));
    Habit now = before.with(accesses, load, session);
    return new StoredHabit(
        place.shelf(), place.key(), now.weight(), now.loadMillis(), now.session());
  }

  private static Habit habit(StoredHabit stored) {
    return new Habit(stored.weight(), stored.loadMillis(), stored.session());
  }

  /** What is expected of a session. */
  List<WarmingPlan.Pick> expected(LocalDate session) {
    double once =
        rows.find(ONCE.shelf(), ONCE.key())
            .map(h -> habit(h).fadedTo(session).weight())
            .orElse(0.0);
    List<WarmingPlan.Pick> picks = new ArrayList<>();
    for (StoredHabit stored : rows.heaviest(MOST_EXPECTED)) {
      Place place = new Place(stored.shelf(), stored.key());
      if (!place.equals(ONCE)) {
        picks.add(
            new WarmingPlan.Pick(
                place,
                habit(stored).fadedTo(session).expected(once),
                stored.loadMillis() > 0 ? stored.loadMillis() : WarmingPlan.UNKNOWN_LOAD_MILLIS,
                "history"));
      }
    }
    return picks;
  }
}
