package magnus.basics.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import magnus.basics.problem.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The calendar against the exchange's published closings, written down here by hand. */
class TradingCalendarTest {

  private final TradingCalendar calendar = TradingCalendar.newYork();

  /** Weekdays without a session, as the exchange published them year by year. */
  @ParameterizedTest
  @CsvSource({
    "1997, 01-01 02-17 03-28 05-26 07-04 09-01 11-27 12-25",
    "1999, 01-01 01-18 02-15 04-02 05-31 07-05 09-06 11-25 12-24",
    "2001, 01-01 01-15 02-19 04-13 05-28 07-04 09-03 09-11 09-12 09-13 09-14 11-22 12-25",
    "2004, 01-01 01-19 02-16 04-09 05-31 06-11 07-05 09-06 11-25 12-24",
    "2005, 01-17 02-21 03-25 05-30 07-04 09-05 11-24 12-26",
    "2007, 01-01 01-02 01-15 02-19 04-06 05-28 07-04 09-03 11-22 12-25",
    "2011, 01-17 02-21 04-22 05-30 07-04 09-05 11-24 12-26",
    "2012, 01-02 01-16 02-20 04-06 05-28 07-04 09-03 10-29 10-30 11-22 12-25",
    "2018, 01-01 01-15 02-19 03-30 05-28 07-04 09-03 11-22 12-05 12-25",
    "2021, 01-01 01-18 02-15 04-02 05-31 07-05 09-06 11-25 12-24",
    "2022, 01-17 02-21 04-15 05-30 06-20 07-04 09-05 11-24 12-26",
    "2023, 01-02 01-16 02-20 04-07 05-29 06-19 07-04 09-04 11-23 12-25",
    "2024, 01-01 01-15 02-19 03-29 05-27 06-19 07-04 09-02 11-28 12-25",
    "2025, 01-01 01-09 01-20 02-17 04-18 05-26 06-19 07-04 09-01 11-27 12-25",
    "2026, 01-01 01-19 02-16 04-03 05-25 06-19 07-03 09-07 11-26 12-25",
    "2027, 01-01 01-18 02-15 03-26 05-31 06-18 07-05 09-06 11-25 12-24"
  })
  void isClosedOnTheExchangesHolidaysOnly(int year, String closings) {
    Set<LocalDate> closed = new TreeSet<>();
    for (LocalDate d = LocalDate.of(year, 1, 1); d.getYear() == year; d = d.plusDays(1)) {
      if (d.getDayOfWeek().getValue() <= 5 && !calendar.isSession(d)) {
        closed.add(d);
      }
    }
    assertThat(closed).containsExactlyElementsOf(dates(year, closings));
  }

  /** Days that closed at 13:00, as the exchange published them. */
  @ParameterizedTest
  @CsvSource({
    "1995, 07-03 11-24",
    "1999, 11-26",
    "2002, 07-05 11-29 12-24",
    "2003, 07-03 11-28 12-24 12-26",
    "2006, 07-03 11-24",
    "2008, 07-03 11-28 12-24",
    "2012, 07-03 11-23 12-24",
    "2013, 07-03 11-29 12-24",
    "2015, 11-27 12-24",
    "2019, 07-03 11-29 12-24",
    "2020, 11-27 12-24",
    "2021, 11-26",
    "2022, 11-25",
    "2023, 07-03 11-24",
    "2024, 07-03 11-29 12-24",
    "2025, 07-03 11-28 12-24",
    "2026, 11-27 12-24",
    "2027, 11-26"
  })
  void closesAtOneOnTheExchangesHalfDaysOnly(int year, String halves) {
    List<Session> short_ =
        calendar.sessions(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)).stream()
            .filter(Session::half)
            .toList();
    assertThat(short_).extracting(Session::date).containsExactlyElementsOf(dates(year, halves));
    assertThat(short_)
        .allSatisfy(
            s ->
                assertThat(s.close().atZone(TradingCalendar.ZONE).toLocalTime())
                    .isEqualTo(LocalTime.of(13, 0)));
  }

  /** Numbers of trading days that the exchange's yearly statistics give. */
  @ParameterizedTest
  @CsvSource({
    "1996, 254",
    "1999, 252",
    "2000, 252",
    "2001, 248",
    "2008, 253",
    "2012, 250",
    "2018, 251",
    "2020, 253",
    "2022, 251",
    "2023, 250",
    "2024, 252",
    "2025, 250"
  })
  void hasAsManySessionsAsTheExchangeCounted(int year, int sessions) {
    assertThat(calendar.sessions(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)))
        .hasSize(sessions);
  }

  /** Easter Sundays, United States Census Bureau's list. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "1990-04-15",
        "1999-04-04",
        "2000-04-23",
        "2008-03-23",
        "2011-04-24",
        "2016-03-27",
        "2019-04-21",
        "2024-03-31",
        "2025-04-20",
        "2038-04-25",
        "2049-04-18"
      })
  void knowsEaster(LocalDate easter) {
    assertThat(ExchangeHolidays.easterSunday(easter.getYear())).isEqualTo(easter);
  }

  @ParameterizedTest
  @CsvSource({
    "2024-03-08, 2024-03-08T14:30:00Z, 2024-03-08T21:00:00Z", // before summer time
    "2024-03-11, 2024-03-11T13:30:00Z, 2024-03-11T20:00:00Z",
    "2024-11-01, 2024-11-01T13:30:00Z, 2024-11-01T20:00:00Z",
    "2024-11-04, 2024-11-04T14:30:00Z, 2024-11-04T21:00:00Z",
    "2006-04-03, 2006-04-03T13:30:00Z, 2006-04-03T20:00:00Z", // summer time began in April then
    "2006-03-31, 2006-03-31T14:30:00Z, 2006-03-31T21:00:00Z",
    "2024-07-03, 2024-07-03T13:30:00Z, 2024-07-03T17:00:00Z",
    "2024-11-29, 2024-11-29T14:30:00Z, 2024-11-29T18:00:00Z"
  })
  void opensAndClosesByNewYorksClock(LocalDate date, Instant open, Instant close) {
    Session session = calendar.getSession(date);
    assertThat(session.open()).isEqualTo(open);
    assertThat(session.close()).isEqualTo(close);
  }

  @ParameterizedTest
  @CsvSource({
    "2024-07-02T07:59:59Z, CLOSED",
    "2024-07-02T08:00:00Z, PRE_OPEN",
    "2024-07-02T13:29:59Z, PRE_OPEN",
    "2024-07-02T13:30:00Z, OPEN",
    "2024-07-02T19:59:59Z, OPEN",
    "2024-07-02T20:00:00Z, AFTER_HOURS",
    "2024-07-02T23:59:59Z, AFTER_HOURS",
    "2024-07-03T00:00:00Z, CLOSED",
    "2024-07-03T17:00:00Z, AFTER_HOURS", // half day
    "2024-07-03T21:00:00Z, CLOSED",
    "2024-07-04T15:00:00Z, CLOSED",
    "2024-07-06T15:00:00Z, CLOSED"
  })
  void knowsThePhaseOfTheDay(Instant instant, MarketPhase phase) {
    assertThat(calendar.phase(instant)).isEqualTo(phase);
  }

  @Test
  void stepsOverWeekendsAndHolidays() {
    LocalDate wednesday = LocalDate.of(2024, 7, 3);
    assertThat(calendar.nextSession(wednesday).date()).isEqualTo(LocalDate.of(2024, 7, 5));
    assertThat(calendar.previousSession(LocalDate.of(2024, 7, 8)).date())
        .isEqualTo(LocalDate.of(2024, 7, 5));
    assertThat(calendar.nextSession(LocalDate.of(2024, 12, 31)).date())
        .isEqualTo(LocalDate.of(2025, 1, 2));
    assertThat(calendar.previousSession(LocalDate.of(2025, 1, 1)).date())
        .isEqualTo(LocalDate.of(2024, 12, 31));
    assertThat(calendar.plusSessions(wednesday, 2).date()).isEqualTo(LocalDate.of(2024, 7, 8));
    assertThat(calendar.plusSessions(wednesday, -3).date()).isEqualTo(LocalDate.of(2024, 6, 28));
    assertThat(calendar.plusSessions(wednesday, 0).date()).isEqualTo(wednesday);
    assertThatThrownBy(() -> calendar.getSession(LocalDate.of(2024, 7, 4)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2024-07-04");
  }

  @Test
  void countsSessionsAsTheyAreListed() {
    LocalDate start = LocalDate.of(2019, 11, 27);
    for (int days = 0; days < 1200; days += 7) {
      LocalDate end = start.plusDays(days);
      int listed = calendar.sessions(start.plusDays(1), end).size();
      assertThat(calendar.sessionsBetween(start, end)).as("to %s", end).isEqualTo(listed);
      assertThat(calendar.sessionsBetween(end, start)).isEqualTo(-listed);
    }
  }

  @Test
  void knowsADaysBarOnlyAtItsClose() {
    Session day = calendar.getSession(LocalDate.of(2024, 7, 3));
    assertThat(calendar.lastClosed(day.close()).date()).isEqualTo(day.date());
    assertThat(calendar.lastClosed(day.close().minusMillis(1)).date())
        .isEqualTo(LocalDate.of(2024, 7, 2));
    assertThat(calendar.lastOpened(day.open()).date()).isEqualTo(day.date());
    assertThat(calendar.lastOpened(day.open().minusMillis(1)).date())
        .isEqualTo(LocalDate.of(2024, 7, 2));
    assertThat(calendar.nextOpen(day.open())).isEqualTo(Instant.parse("2024-07-05T13:30:00Z"));
    assertThat(calendar.nextClose(day.open())).isEqualTo(day.close());
    assertThat(calendar.nextClose(day.close())).isEqualTo(Instant.parse("2024-07-05T20:00:00Z"));
    assertThat(day.elapsedFraction(day.open().plusSeconds(6300))).isEqualTo(0.5);
    assertThat(day.contains(day.close())).isFalse();
  }

  @Test
  void neverTradesAtWeekends() {
    assertThat(calendar.sessions(LocalDate.of(1990, 1, 1), LocalDate.of(2040, 12, 31)))
        .noneMatch(s -> s.date().getDayOfWeek() == DayOfWeek.SATURDAY)
        .noneMatch(s -> s.date().getDayOfWeek() == DayOfWeek.SUNDAY);
  }

  static List<LocalDate> dates(int year, String monthDays) {
    return List.of(monthDays.trim().split(" ")).stream()
        .map(d -> LocalDate.parse(year + "-" + d))
        .toList();
  }

  @Test
  void absurdYearsAreRefusedBeforeAnyIsWorkedOut() {
    for (LocalDate absurd :
        List.of(
            LocalDate.MIN, LocalDate.of(1789, 12, 31), LocalDate.of(2211, 1, 1), LocalDate.MAX)) {
      assertThatThrownBy(() -> calendar.findSession(absurd))
          .isInstanceOfSatisfying(
              Refusal.class, r -> assertThat(r.kind()).isEqualTo(Refusal.Kind.MALFORMED))
          .hasMessageContaining("1790 to 2210");
    }
    LocalDate some = LocalDate.of(2024, 1, 2);
    assertThatThrownBy(() -> calendar.sessions(some, LocalDate.MAX)).isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> calendar.sessions(LocalDate.MIN, some)).isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> calendar.sessionsBetween(some, LocalDate.MAX))
        .isInstanceOf(Refusal.class);
    assertThat(calendar.sessions(LocalDate.of(2210, 12, 25), LocalDate.of(2210, 12, 31)))
        .isNotEmpty();
  }

  @Test
  void aPhaseEndsWhenTheNextBegins() {
    for (LocalDate day = LocalDate.of(2024, 6, 28);
        day.isBefore(LocalDate.of(2024, 7, 8));
        day = day.plusDays(1)) {
      for (int minute = 0; minute < 24 * 60; minute += 7) {
        Instant at = day.atStartOfDay(TradingCalendar.ZONE).plusMinutes(minute).toInstant();
        Instant end = calendar.phaseEnd(at);
        assertThat(end).isAfter(at);
        assertThat(calendar.phase(end.minusMillis(1))).isEqualTo(calendar.phase(at));
        assertThat(calendar.phase(end)).isNotEqualTo(calendar.phase(at));
      }
    }
    // Wednesday's half day ends at 17:00; Thursday is a holiday.
    assertThat(calendar.phaseEnd(Instant.parse("2024-07-03T20:59:59Z")))
        .isEqualTo(Instant.parse("2024-07-03T21:00:00Z"));
    assertThat(calendar.phaseEnd(Instant.parse("2024-07-03T21:00:00Z")))
        .isEqualTo(Instant.parse("2024-07-05T08:00:00Z"));
  }
}
