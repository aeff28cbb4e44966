package magnus.prefetch;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import magnus.persistence.statement.StoredHabitualDemand;

/** Says what of a user's own is asked for when. */
final class DemandWords {

  private static final int OF_A_DAY = 96;
  private static final int MINUTES = 15;

  private DemandWords() {}

  static BehaviorEntry entry(StoredHabitualDemand demand) {
    return new BehaviorEntry(
        BehaviorEntry.Kind.DEMAND,
        demand.countedAt(),
        demand.key(),
        words(demand),
        Optional.empty(),
        "ASKED",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        "",
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  private static String words(StoredHabitualDemand demand) {
    DayOfWeek day = DayOfWeek.of(1 + demand.slot() / OF_A_DAY);
    LocalTime from = LocalTime.MIN.plusMinutes((long) MINUTES * (demand.slot() % OF_A_DAY));
    return String.format(
        Locale.ROOT,
        "Your %s are asked for on %ss from %s to %s in New York: %.1f times, older ones count less.",
        demand.shelf(),
        day.getDisplayName(TextStyle.FULL, Locale.ENGLISH),
        from,
        from.plusMinutes(MINUTES),
        demand.weight());
  }
}
