package magnus.basics.time;

import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import magnus.basics.problem.Refusal;

/**
 * The trading days of the New York Stock Exchange, with their opening and closing instants. Regular
 * holidays and half days follow its rules for any year, unscheduled closings are complete since
 * 1990. Immutable for its callers and safe for many threads; a year is worked out when first asked
 * for, and kept. Every method refuses dates in years before {@value #FIRST_YEAR} or after {@value
 * #LAST_YEAR}, so that what is kept has an end.
 */
public final class TradingCalendar {

  /** The exchange's time zone. */
  public static final ZoneId ZONE = ZoneId.of("America/New_York");

  /** The first year that is answered for. */
  public static final int FIRST_YEAR = 1790;

  /** The last year that is answered for. */
  public static final int LAST_YEAR = 2210;

  private static final LocalTime PRE_OPEN = LocalTime.of(4, 0);
  private static final LocalTime OPEN = LocalTime.of(9, 30);
  private static final LocalTime CLOSE = LocalTime.of(16, 0);
  private static final LocalTime LAST_TRADE = LocalTime.of(20, 0);
  private static final LocalTime LAST_TRADE_OF_HALF_DAY = LocalTime.of(17, 0);
  private static final TradingCalendar NEW_YORK = new TradingCalendar();

  private final Map<Integer, TreeMap<LocalDate, Session>> years = new ConcurrentHashMap<>();

  private TradingCalendar() {}

  /** The one calendar. */
  public static TradingCalendar newYork() {
    return NEW_YORK;
  }

  public boolean isSession(LocalDate date) {
    return year(date.getYear()).containsKey(date);
  }

  /** The session of that date; empty on weekends and holidays. */
  public Optional<Session> findSession(LocalDate date) {
    return Optional.ofNullable(year(date.getYear()).get(date));
  }

  /**
   * The session of that date.
   *
   * @throws IllegalArgumentException when the exchange is closed on it
   */
  public Session getSession(LocalDate date) {
    return findSession(date)
        .orElseThrow(() -> new IllegalArgumentException(date + " is not a trading day"));
  }

  /** All sessions with {@code from ≤ date ≤ to}, ascending. */
  public List<Session> sessions(LocalDate from, LocalDate to) {
    List<Session> found = new ArrayList<>();
    if (!from.isAfter(to)) {
      checkYear(to.getYear());
      for (int year = from.getYear(); year <= to.getYear(); year++) {
        TreeMap<LocalDate, Session> all = year(year);
        boolean whole = year > from.getYear() && year < to.getYear();
        found.addAll(whole ? all.values() : all.subMap(from, true, to, true).values());
      }
    }
    return found;
  }

  /** The first session after that date. */
  public Session nextSession(LocalDate date) {
    return sessionOnOrAfter(date.plusDays(1));
  }

  /** The last session before that date. */
  public Session previousSession(LocalDate date) {
    return sessionOnOrBefore(date.minusDays(1));
  }

  /** The session of that date or the first one after it. */
  public Session sessionOnOrAfter(LocalDate date) {
    Map.Entry<LocalDate, Session> entry = year(date.getYear()).ceilingEntry(date);
    return entry != null ? entry.getValue() : year(date.getYear() + 1).firstEntry().getValue();
  }

  /** The session of that date or the last one before it. */
  public Session sessionOnOrBefore(LocalDate date) {
    Map.Entry<LocalDate, Session> entry = year(date.getYear()).floorEntry(date);
    return entry != null ? entry.getValue() : year(date.getYear() - 1).lastEntry().getValue();
  }

  /** The n-th session after that date (n &gt; 0), or the −n-th before it (n &lt; 0). */
  public Session plusSessions(LocalDate date, int n) {
    if (n == 0) {
      return getSession(date);
    }
    Session at = n > 0 ? nextSession(date) : previousSession(date);
    for (int i = 1; i < Math.abs(n); i++) {
      at = n > 0 ? nextSession(at.date()) : previousSession(at.date());
    }
    return at;
  }

  /** How many sessions have {@code from < date ≤ to}; negative when {@code to < from}. */
  public int sessionsBetween(LocalDate from, LocalDate to) {
    if (to.isBefore(from)) {
      return -sessionsBetween(to, from);
    }
    checkYear(to.getYear());
    int count = 0;
    for (int year = from.getYear(); year <= to.getYear(); year++) {
      TreeMap<LocalDate, Session> all = year(year);
      boolean whole = year > from.getYear() && year < to.getYear();
      count += whole ? all.size() : all.subMap(from, false, to, !from.equals(to)).size();
    }
    return count;
  }

  /** Where in its day the exchange stands at that instant. */
  public MarketPhase phase(Instant instant) {
    var local = instant.atZone(ZONE);
    Optional<Session> found = findSession(local.toLocalDate());
    if (found.isEmpty()) {
      return MarketPhase.CLOSED;
    }
    Session session = found.get();
    LocalTime time = local.toLocalTime();
    if (instant.isBefore(session.open())) {
      return time.isBefore(PRE_OPEN) ? MarketPhase.CLOSED : MarketPhase.PRE_OPEN;
    }
    if (instant.isBefore(session.close())) {
      return MarketPhase.OPEN;
    }
    LocalTime last = session.half() ? LAST_TRADE_OF_HALF_DAY : LAST_TRADE;
    return time.isBefore(last) ? MarketPhase.AFTER_HOURS : MarketPhase.CLOSED;
  }

  /**
   * When the phase of that instant ends: at the opening or the closing bell, at the last trade
   * after hours, or when trading before the next session's open begins.
   */
  public Instant phaseEnd(Instant instant) {
    LocalDate date = date(instant);
    return switch (phase(instant)) {
      case PRE_OPEN -> getSession(date).open();
      case OPEN -> getSession(date).close();
      case AFTER_HOURS -> {
        LocalTime last = getSession(date).half() ? LAST_TRADE_OF_HALF_DAY : LAST_TRADE;
        yield date.atTime(last).atZone(ZONE).toInstant();
      }
      case CLOSED ->
          sessionOnOrAfter(instant.isBefore(nightEnd(date)) ? date : date.plusDays(1))
              .date()
              .atTime(PRE_OPEN)
              .atZone(ZONE)
              .toInstant();
    };
  }

  private static Instant nightEnd(LocalDate date) {
    return date.atTime(PRE_OPEN).atZone(ZONE).toInstant();
  }

  /** The last session that had opened at that instant: the one whose prices are current. */
  public Session lastOpened(Instant instant) {
    Session session = sessionOnOrBefore(date(instant));
    return instant.isBefore(session.open()) ? previousSession(session.date()) : session;
  }

  /** The last session that had closed at that instant: the one whose daily bar is known. */
  public Session lastClosed(Instant instant) {
    Session session = sessionOnOrBefore(date(instant));
    return instant.isBefore(session.close()) ? previousSession(session.date()) : session;
  }

  /** The first opening bell after that instant. */
  public Instant nextOpen(Instant instant) {
    Session session = sessionOnOrAfter(date(instant));
    return instant.isBefore(session.open()) ? session.open() : nextSession(session.date()).open();
  }

  /** The first closing bell after that instant. */
  public Instant nextClose(Instant instant) {
    Session session = sessionOnOrAfter(date(instant));
    return instant.isBefore(session.close())
        ? session.close()
        : nextSession(session.date()).close();
  }

  /** The date in New York at that instant. */
  public static LocalDate date(Instant instant) {
    return instant.atZone(ZONE).toLocalDate();
  }

  private TreeMap<LocalDate, Session> year(int year) {
    checkYear(year);
    return years.computeIfAbsent(year, TradingCalendar::workOut);
  }

  private static void checkYear(int year) {
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      throw Refusal.malformed("date", year, "a year from " + FIRST_YEAR + " to " + LAST_YEAR);
    }
  }

  private static TreeMap<LocalDate, Session> workOut(int year) {
    Set<LocalDate> closings = ExchangeHolidays.closings(year);
    Map<LocalDate, LocalTime> early = ExchangeHolidays.earlyClosings(year);
    TreeMap<LocalDate, Session> sessions = new TreeMap<>();
    LocalDate end = LocalDate.of(year + 1, 1, 1);
    for (LocalDate date = LocalDate.of(year, 1, 1); date.isBefore(end); date = date.plusDays(1)) {
      DayOfWeek day = date.getDayOfWeek();
      if (day != SATURDAY && day != SUNDAY && !closings.contains(date)) {
        LocalTime close = early.getOrDefault(date, CLOSE);
        sessions.put(
            date,
            new Session(
                date,
                date.atTime(OPEN).atZone(ZONE).toInstant(),
                date.atTime(close).atZone(ZONE).toInstant(),
                close.isBefore(CLOSE)));
      }
    }
    return sessions;
  }
}
