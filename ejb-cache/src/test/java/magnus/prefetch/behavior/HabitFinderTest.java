package magnus.prefetch.behavior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class HabitFinderTest {

  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  private final HabitFinder finder = new HabitFinder(NEW_YORK);

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(NEW_YORK).toInstant();
  }

  private static Moment moment(String subject, Instant at) {
    return new Moment(subject, "/market/" + subject, true, at);
  }

  @Test
  void tellsOfAWeekdayAndHourWithTheWeeksItWasSeen() {
    List<Moment> moments = new ArrayList<>();
    // Mondays from 2024-01-08 to 2024-03-04 without the fourth one, across the change of clocks.
    for (int week = 0; week < 9; week++) {
      if (week != 3) {
        moments.add(
            moment("TSLA", at("2024-01-15T09:41:00").atZone(NEW_YORK).plusWeeks(week).toInstant()));
      }
    }
    moments.add(moment("AAPL", at("2024-02-06T12:00:00")));

    List<Habit> habits = finder.find(moments, Instant.MAX, at("2024-03-11T16:00:00"));

    assertThat(habits)
        .singleElement()
        .satisfies(
            habit -> {
              assertThat(habit.day()).contains(DayOfWeek.MONDAY);
              assertThat(habit.from()).contains(LocalTime.of(9, 30));
              assertThat(HabitWords.of(habit))
                  .isEqualTo("Monday 09:30–10:00: TSLA, 8 of the last 9 weeks");
            });
  }

  @Test
  void countsNoWeekWhoseHourHasNotComeYet() {
    List<Moment> moments =
        List.of(
            moment("TSLA", at("2024-02-19T09:41:00")),
            moment("TSLA", at("2024-02-26T09:35:00")),
            moment("TSLA", at("2024-03-04T09:59:00")));

    assertThat(finder.find(moments, Instant.MAX, at("2024-03-11T09:00:00")))
        .singleElement()
        .satisfies(habit -> assertThat(habit.of()).isEqualTo(3));
    assertThat(finder.find(moments, Instant.MAX, at("2024-03-11T10:00:00")))
        .singleElement()
        .satisfies(habit -> assertThat(habit.of()).isEqualTo(4));
  }

  @Test
  void countsTheWeeksSinceItWasRecordedAlsoWithoutAnything() {
    List<Moment> moments =
        List.of(
            moment("TSLA", at("2024-02-19T09:41:00")),
            moment("TSLA", at("2024-02-26T09:35:00")),
            moment("TSLA", at("2024-03-04T09:59:00")));
    assertThat(finder.find(moments, at("2024-02-06T09:00:00"), at("2024-03-05T10:00:00")))
        .singleElement()
        .satisfies(habit -> assertThat(habit.of()).as("not the Monday before it").isEqualTo(4));
  }

  @Test
  void tellsWhatFollowsWhat() {
    List<Moment> moments = new ArrayList<>();
    Instant time = at("2024-03-04T09:41:00");
    for (int i = 0; i < 4; i++) {
      moments.add(new Moment("the dashboard", "/", false, time.plus(Duration.ofHours(25L * i))));
      moments.add(moment("AAPL", time.plus(Duration.ofHours(25L * i)).plusSeconds(40)));
    }
    moments.add(new Moment("the dashboard", "/", false, time.plus(Duration.ofDays(9))));

    assertThat(finder.find(moments, Instant.MAX, time.plus(Duration.ofDays(10))))
        .filteredOn(habit -> habit.before().equals(Optional.of("the dashboard")))
        .singleElement()
        .satisfies(
            habit ->
                assertThat(HabitWords.of(habit))
                    .isEqualTo("After the dashboard you open AAPL, 4 of 4 times"));
  }

  @Test
  void tellsNothingOfLessThanThreeTimesAndNeverMoreThanAll() {
    SplittableRandom random = new SplittableRandom(5);
    Instant start = at("2024-01-02T09:00:00");
    for (int round = 0; round < 50; round++) {
      List<Moment> moments = new ArrayList<>();
      int many = random.nextInt(1, 200);
      for (int i = 0; i < many; i++) {
        moments.add(
            moment("S" + random.nextInt(4), start.plusSeconds(random.nextInt(60 * 86_400))));
      }
      for (Habit habit : finder.find(moments, Instant.MAX, start.plus(Duration.ofDays(61)))) {
        assertThat(habit.seen()).isBetween(HabitFinder.LEAST, habit.of());
        assertThat(habit.share()).isBetween(0.3, 1.0);
      }
    }
    assertThat(
            finder.find(
                List.of(moment("A", start), moment("A", start.plus(Duration.ofDays(7)))),
                Instant.MAX,
                start.plus(Duration.ofDays(8))))
        .isEmpty();
    assertThat(finder.find(List.of(), start, start)).isEmpty();
  }

  @Test
  void prefersMoreEvidence() {
    assertThat(HabitFinder.surety(8, 9)).isGreaterThan(HabitFinder.surety(3, 3));
    assertThat(HabitFinder.surety(8, 9)).isCloseTo(0.565, within(1e-3));
  }
}
