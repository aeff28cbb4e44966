package magnus.cache.warming;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import magnus.basics.time.Session;
import magnus.basics.time.TradingCalendar;

/** When shelves are warmed, and which minutes they are warmed for; New York time. */
public final class WarmingHours {

  /** How long after the bell what was warmed has to be used. */
  public static final Duration OPENING = Duration.ofMinutes(15);

  private static final List<LocalTime> TIMES = List.of(LocalTime.of(9, 0), LocalTime.of(9, 25));
  private static final TradingCalendar CALENDAR = TradingCalendar.newYork();

  /** A turn of warming on a trading day. */
  public record Turn(LocalDate session, LocalTime time) {

    /** {@code 09:25}. */
    public String name() {
      return time.toString();
    }

    Instant instant() {
      return session.atTime(time).atZone(TradingCalendar.ZONE).toInstant();
    }
  }

  private WarmingHours() {}

  /**
   * The turn that has come since: the latest with {@code after < its time ≤ now}, on the trading
   * day of {@code now} and before its bell.
   */
  public static Optional<Turn> due(Instant after, Instant now) {
    LocalDate date = TradingCalendar.date(now);
    Optional<Session> session = CALENDAR.findSession(date);
    if (session.isEmpty() || !now.isBefore(session.get().open())) {
      return Optional.empty();
    }
    return TIMES.stream()
        .map(time -> new Turn(date, time))
        .filter(turn -> turn.instant().isAfter(after) && !turn.instant().isAfter(now))
        .reduce((earlier, later) -> later);
  }

  /** The session in whose first minutes the instant lies. */
  public static Optional<LocalDate> openingAt(Instant now) {
    return CALENDAR
        .findSession(TradingCalendar.date(now))
        .filter(s -> !now.isBefore(s.open()) && now.isBefore(s.open().plus(OPENING)))
        .map(Session::date);
  }

  /**
   * The session that warming at that moment is for: the one under way in its opening, or the next.
   */
  public static LocalDate sessionFor(Instant now) {
    return openingAt(now).orElseGet(() -> TradingCalendar.date(CALENDAR.nextOpen(now)));
  }
}
