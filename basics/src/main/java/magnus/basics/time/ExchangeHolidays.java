package magnus.basics.time;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static java.time.temporal.TemporalAdjusters.dayOfWeekInMonth;
import static java.time.temporal.TemporalAdjusters.lastInMonth;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The days of one year on which the New York Stock Exchange is closed or closes early: its Rule 7.2
 * and its list of historical closings. Unscheduled closings are complete since 1990; earlier years
 * get the regular holidays of 1990 only.
 */
final class ExchangeHolidays {

  static final LocalTime EARLY = LocalTime.of(13, 0);

  /** Closings by no rule: funerals of presidents, attacks, storms. */
  private static final Set<LocalDate> UNSCHEDULED =
      Set.of(
          LocalDate.of(1994, 4, 27), // funeral of Richard Nixon
          LocalDate.of(2001, 9, 11), // attacks on New York and Washington
          LocalDate.of(2001, 9, 12),
          LocalDate.of(2001, 9, 13),
          LocalDate.of(2001, 9, 14),
          LocalDate.of(2004, 6, 11), // funeral of Ronald Reagan
          LocalDate.of(2007, 1, 2), // funeral of Gerald Ford
          LocalDate.of(2012, 10, 29), // hurricane Sandy
          LocalDate.of(2012, 10, 30),
          LocalDate.of(2018, 12, 5), // funeral of George H. W. Bush
          LocalDate.of(2025, 1, 9)); // funeral of Jimmy Carter

  /** Early closings by no rule. */
  private static final Map<LocalDate, LocalTime> EARLY_UNSCHEDULED =
      Map.of(
          LocalDate.of(1990, 12, 24), LocalTime.of(14, 0),
          LocalDate.of(1991, 12, 24), LocalTime.of(14, 0),
          LocalDate.of(1992, 11, 27), LocalTime.of(14, 0),
          LocalDate.of(1992, 12, 24), LocalTime.of(14, 0),
          LocalDate.of(1994, 2, 11), LocalTime.of(14, 30), // snow
          LocalDate.of(1996, 1, 8), LocalTime.of(14, 0), // blizzard
          LocalDate.of(1997, 10, 27), LocalTime.of(15, 30), // circuit breaker
          LocalDate.of(1997, 12, 26), EARLY,
          LocalDate.of(2003, 12, 26), EARLY,
          LocalDate.of(2005, 6, 1), LocalTime.of(15, 56)); // system fault

  private ExchangeHolidays() {}

  /** Days that would be sessions, were they not holidays. */
  static Set<LocalDate> closings(int year) {
    Set<LocalDate> days = new TreeSet<>();
    LocalDate newYear = LocalDate.of(year, 1, 1);
    // On a Saturday it is not observed: the last trading day of a year is never given up.
    days.add(newYear.getDayOfWeek() == SUNDAY ? newYear.plusDays(1) : newYear);
    if (year >= 1998) {
      days.add(nth(year, 1, 3, MONDAY)); // Martin Luther King
    }
    days.add(nth(year, 2, 3, MONDAY)); // Washington's birthday
    days.add(easterSunday(year).minusDays(2)); // Good Friday
    days.add(LocalDate.of(year, 5, 1).with(lastInMonth(MONDAY))); // Memorial day
    if (year >= 2022) {
      days.add(observed(LocalDate.of(year, 6, 19))); // Juneteenth
    }
    days.add(observed(LocalDate.of(year, 7, 4)));
    days.add(nth(year, 9, 1, MONDAY)); // Labor day
    days.add(thanksgiving(year));
    days.add(observed(LocalDate.of(year, 12, 25)));
    UNSCHEDULED.stream().filter(d -> d.getYear() == year).forEach(days::add);
    return days;
  }

  /** Closing times, New York, of the shortened days of a year (some may be holidays: those win). */
  static Map<LocalDate, LocalTime> earlyClosings(int year) {
    Map<LocalDate, LocalTime> days = new HashMap<>();
    if (year >= 1993) {
      days.put(thanksgiving(year).plusDays(1), EARLY);
    }
    LocalDate third = LocalDate.of(year, 7, 3);
    DayOfWeek dayOfThird = third.getDayOfWeek();
    if (year >= 1995 && dayOfThird.getValue() < FRIDAY.getValue()) {
      if (dayOfThird != WEDNESDAY || year >= 2013) {
        days.put(third, EARLY);
      } else {
        days.put(third.plusDays(2), EARLY); // until 2012 the Friday after a Thursday's fourth
      }
    }
    LocalDate eve = LocalDate.of(year, 12, 24);
    if (year >= 1996 && eve.getDayOfWeek().getValue() <= THURSDAY.getValue()) {
      days.put(eve, EARLY);
    }
    EARLY_UNSCHEDULED.forEach(
        (day, time) -> {
          if (day.getYear() == year) {
            days.put(day, time);
          }
        });
    return days;
  }

  /** Gregorian Easter: the "anonymous" algorithm (Nature, 1876), after Meeus, ch. 8. */
  static LocalDate easterSunday(int year) {
    int a = year % 19;
    int b = year / 100;
    int c = year % 100;
    int d = b / 4;
    int e = b % 4;
    int g = (8 * b + 13) / 25;
    int h = (19 * a + b - d - g + 15) % 30;
    int i = c / 4;
    int k = c % 4;
    int l = (32 + 2 * e + 2 * i - h - k) % 7;
    int m = (a + 11 * h + 22 * l) / 451;
    int month = (h + l - 7 * m + 114) / 31;
    int day = (h + l - 7 * m + 114) % 31 + 1;
    return LocalDate.of(year, month, day);
  }

  private static LocalDate thanksgiving(int year) {
    return nth(year, 11, 4, THURSDAY);
  }

  private static LocalDate nth(int year, int month, int n, DayOfWeek day) {
    return LocalDate.of(year, month, 1).with(dayOfWeekInMonth(n, day));
  }

  /** A holiday on Saturday is kept on Friday, one on Sunday on Monday. */
  private static LocalDate observed(LocalDate holiday) {
    if (holiday.getDayOfWeek() == SATURDAY) {
      return holiday.minusDays(1);
    }
    return holiday.getDayOfWeek() == SUNDAY ? holiday.plusDays(1) : holiday;
  }
}
