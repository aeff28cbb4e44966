package magnus.basics.time;

import static java.time.DayOfWeek.WEDNESDAY;
import static java.time.temporal.TemporalAdjusters.dayOfWeekInMonth;
import static java.time.temporal.TemporalAdjusters.lastInMonth;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Scheduled meetings of the Federal Open Market Committee, as published (resource {@code
 * fed-meetings.csv}), else by its habit of late years and marked as estimated. Unscheduled meetings
 * (March 2020) are not in it: nobody could know them.
 *
 * <p>Point in time: the Committee publishes a year's dates in the summer before it, so a caller who
 * stands before 1 September of the year before sees estimates.
 */
public final class FedMeetings {

  private static final LocalTime STATEMENT = LocalTime.of(14, 0);

  private final NavigableMap<LocalDate, FedMeeting> published;

  private FedMeetings(NavigableMap<LocalDate, FedMeeting> published) {
    this.published = published;
  }

  /** The published dates that come with the product. */
  public static FedMeetings published() {
    return Published.INSTANCE;
  }

  /** Meetings with {@code from ≤ date ≤ to} as somebody knew them on a day, ascending. */
  public List<FedMeeting> between(LocalDate from, LocalDate to, LocalDate knownOn) {
    List<FedMeeting> meetings = new ArrayList<>();
    for (int year = from.getYear(); year <= to.getYear(); year++) {
      for (FedMeeting meeting : ofYear(year, knownOn)) {
        if (!meeting.date().isBefore(from) && !meeting.date().isAfter(to)) {
          meetings.add(meeting);
        }
      }
    }
    return meetings;
  }

  private List<FedMeeting> ofYear(int year, LocalDate knownOn) {
    List<FedMeeting> facts =
        List.copyOf(
            published
                .subMap(LocalDate.of(year, 1, 1), true, LocalDate.of(year, 12, 31), true)
                .values());
    boolean known = !knownOn.isBefore(LocalDate.of(year - 1, 9, 1));
    return known && !facts.isEmpty() ? facts : habit(year);
  }

  /** Eight Wednesdays, as in most years since 2013. */
  private static List<FedMeeting> habit(int year) {
    return List.of(
        estimate(LocalDate.of(year, 1, 1).with(lastInMonth(WEDNESDAY))),
        estimate(LocalDate.of(year, 3, 1).with(dayOfWeekInMonth(3, WEDNESDAY))),
        estimate(LocalDate.of(year, 4, 1).with(lastInMonth(WEDNESDAY))),
        estimate(LocalDate.of(year, 6, 1).with(dayOfWeekInMonth(2, WEDNESDAY))),
        estimate(LocalDate.of(year, 7, 1).with(lastInMonth(WEDNESDAY))),
        estimate(LocalDate.of(year, 9, 1).with(dayOfWeekInMonth(3, WEDNESDAY))),
        estimate(LocalDate.of(year, 10, 1).with(lastInMonth(WEDNESDAY))),
        estimate(LocalDate.of(year, 12, 1).with(dayOfWeekInMonth(2, WEDNESDAY))));
  }

  private static FedMeeting estimate(LocalDate date) {
    return meeting(date, STATEMENT, true);
  }

  private static FedMeeting meeting(LocalDate date, LocalTime time, boolean estimated) {
    return new FedMeeting(
        date, date.atTime(time).atZone(TradingCalendar.ZONE).toInstant(), estimated);
  }

  private static final class Published {
    static final FedMeetings INSTANCE = read("fed-meetings.csv");

    private static FedMeetings read(String resource) {
      NavigableMap<LocalDate, FedMeeting> meetings = new TreeMap<>();
      try (InputStream in = FedMeetings.class.getResourceAsStream(resource)) {
        if (in == null) {
          throw new IllegalStateException(resource + " is missing beside " + FedMeetings.class);
        }
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          if (!line.startsWith("#") && !line.startsWith("date")) {
            String[] cells = line.split(",", -1);
            LocalDate date = LocalDate.parse(cells[0]);
            meetings.put(date, meeting(date, LocalTime.parse(cells[1]), false));
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return new FedMeetings(meetings);
    }
  }
}
