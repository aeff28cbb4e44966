package magnus.prefetch.query;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.IntStream;

/** The quarters of an hour of a week, of which users have habits. */
public final class WeekSlot {

  /** How long each is. */
  public static final Duration LENGTH = Duration.ofMinutes(15);

  private static final int OF_A_DAY = 96;

  private WeekSlot() {}

  /** When the quarter of an hour began in which an instant lies. */
  public static Instant start(Instant at) {
    return Instant.ofEpochSecond(Math.floorDiv(at.getEpochSecond(), 900) * 900);
  }

  /** When the same quarter of an hour was there on each of the days before, the latest first. */
  public static List<Instant> before(Instant start, int days, ZoneId zone) {
    ZonedDateTime there = start.atZone(zone);
    return IntStream.rangeClosed(1, days)
        .mapToObj(day -> start(there.minusDays(day).toInstant()))
        .toList();
  }

  /** Its number in the week there: 0 for Monday 00:00 to 671. */
  public static int of(Instant at, ZoneId zone) {
    ZonedDateTime there = at.atZone(zone);
    return (there.getDayOfWeek().getValue() - 1) * OF_A_DAY
        + there.getHour() * 4
        + there.getMinute() / 15;
  }
}
