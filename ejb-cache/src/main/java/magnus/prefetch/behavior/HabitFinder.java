package magnus.prefetch.behavior;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what a user repeats in his own log: at the same half hour of the same weekday, and right
 * after something else. Plain counts; nothing is told of fewer than {@value #LEAST} times.
 */
public final class HabitFinder {

  static final int LEAST = 3;
  static final int WEEKS = 9;
  private static final double LEAST_WEEKLY_SHARE = 0.5;
  private static final double LEAST_FOLLOWING_SHARE = 0.3;
  private static final Duration SESSION_GAP = Duration.ofMinutes(30);
  private static final int MOST = 20;

  private final ZoneId zone;

  private record Slot(String path, DayOfWeek day, LocalTime from) {}

  private record Step(String before, String path) {}

  /**
   * @param zone in which hours and weekdays are told
   */
  public HabitFinder(ZoneId zone) {
    this.zone = zone;
  }

  /**
   * The habits, the surest first.
   *
   * @param moments in any order
   * @param since when it was begun to record; weeks before do not count against a habit
   */
  public List<Habit> find(List<Moment> moments, Instant since, Instant now) {
    List<Moment> ordered = moments.stream().sorted(Comparator.comparing(Moment::at)).toList();
    List<Habit> habits = new ArrayList<>(weekly(ordered, since, now));
    habits.addAll(following(ordered));
    habits.sort(
        Comparator.comparingDouble((Habit h) -> surety(h.seen(), h.of()))
            .reversed()
            .thenComparing(Habit::path));
    return List.copyOf(habits.subList(0, Math.min(MOST, habits.size())));
  }

  private List<Habit> weekly(List<Moment> ordered, Instant since, Instant now) {
    if (ordered.isEmpty()) {
      return List.of();
    }
    LocalDate thisWeek = week(now);
    LocalDate earliest = thisWeek.minusWeeks(WEEKS - 1L);
    Instant oldest = ordered.get(0).at();
    LocalDate first = week(since.isBefore(oldest) ? since : oldest);
    LocalDate start = first.isAfter(earliest) ? first : earliest;
    Map<Slot, Set<LocalDate>> weeks = new HashMap<>();
    Map<String, Moment> subjects = new HashMap<>();
    for (Moment moment : ordered) {
      LocalDate week = week(moment.at());
      if (week.isBefore(start) || week.isAfter(thisWeek)) {
        continue;
      }
      ZonedDateTime at = moment.at().atZone(zone);
      LocalTime half = LocalTime.of(at.getHour(), at.getMinute() < 30 ? 0 : 30);
      weeks
          .computeIfAbsent(new Slot(moment.path(), at.getDayOfWeek(), half), s -> new HashSet<>())
          .add(week);
      subjects.putIfAbsent(moment.path(), moment);
    }
    List<Habit> habits = new ArrayList<>();
    weeks.forEach(
        (slot, seen) -> {
          int of = weeksUntil(slot, start, since, now);
          if (seen.size() >= LEAST && seen.size() >= LEAST_WEEKLY_SHARE * of) {
            Moment subject = subjects.get(slot.path());
            habits.add(
                new Habit(
                    subject == null ? slot.path() : subject.subject(),
                    slot.path(),
                    subject != null && subject.symbol(),
                    Optional.empty(),
                    Optional.of(slot.day()),
                    Optional.of(slot.from()),
                    seen.size(),
                    Math.max(seen.size(), of)));
          }
        });
    return habits;
  }

  /** In how many weeks since the start, and since it was recorded, that half hour has come. */
  private int weeksUntil(Slot slot, LocalDate start, Instant since, Instant now) {
    ZonedDateTime local = now.atZone(zone);
    LocalDate thisWeek = week(now);
    int whole = (int) ChronoUnit.WEEKS.between(start, thisWeek);
    LocalDate day = thisWeek.with(TemporalAdjusters.nextOrSame(slot.day()));
    boolean come = !day.atTime(slot.from()).isAfter(local.toLocalDateTime());
    LocalDate first = start.with(TemporalAdjusters.nextOrSame(slot.day()));
    Instant over = first.atTime(slot.from()).plusMinutes(30).atZone(zone).toInstant();
    boolean missed = since != Instant.MAX && !over.isAfter(since);
    return whole + (come ? 1 : 0) - (missed ? 1 : 0);
  }

  private LocalDate week(Instant at) {
    return at.atZone(zone).toLocalDate().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  private static List<Habit> following(List<Moment> ordered) {
    Map<String, Integer> times = new HashMap<>();
    Map<Step, Integer> steps = new HashMap<>();
    Map<String, Moment> subjects = new HashMap<>();
    for (int i = 0; i + 1 < ordered.size(); i++) {
      Moment one = ordered.get(i);
      Moment next = ordered.get(i + 1);
      subjects.putIfAbsent(one.path(), one);
      subjects.putIfAbsent(next.path(), next);
      if (one.path().equals(next.path())
          || Duration.between(one.at(), next.at()).compareTo(SESSION_GAP) > 0) {
        continue;
      }
      times.merge(one.path(), 1, Integer::sum);
      steps.merge(new Step(one.path(), next.path()), 1, Integer::sum);
    }
    List<Habit> habits = new ArrayList<>();
    steps.forEach(
        (step, seen) -> {
          int of = times.getOrDefault(step.before(), seen);
          if (seen >= LEAST && seen >= LEAST_FOLLOWING_SHARE * of) {
            Moment subject = subjects.get(step.path());
            Moment before = subjects.get(step.before());
            habits.add(
                new Habit(
                    subject == null ? step.path() : subject.subject(),
                    step.path(),
                    subject != null && subject.symbol(),
                    Optional.of(before == null ? step.before() : before.subject()),
                    Optional.empty(),
                    Optional.empty(),
                    seen,
                    of));
          }
        });
    return habits;
  }

  /**
   * The lower end of a 95 % interval of the share (Wilson 1927), so that 8 of 9 goes before 3 of 3.
   */
  static double surety(int seen, int of) {
    double z = 1.96;
    double p = (double) seen / of;
    double middle = p + z * z / (2 * of);
    double half = z * Math.sqrt(p * (1 - p) / of + z * z / (4.0 * of * of));
    return (middle - half) / (1 + z * z / of);
  }
}
