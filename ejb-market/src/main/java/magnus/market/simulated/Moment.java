package magnus.market.simulated;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import magnus.basics.time.Session;
import magnus.basics.time.TradingCalendar;

/**
 * The session whose prices are current at an instant, and where its day stands in the tables.
 *
 * @param index of the session among its year's
 * @param asOf the instant, not beyond the session's close
 */
record Moment(YearTable year, int index, Session session, Instant asOf) {

  /** Empty before the first opening and after the last generated year. */
  static Optional<Moment> at(History history, Instant asOf) {
    Session session = TradingCalendar.newYork().lastOpened(asOf);
    Instant capped = asOf.isAfter(session.close()) ? session.close() : asOf;
    return history
        .findYear(session.date().getYear())
        .map(
            year ->
                new Moment(
                    year,
                    Arrays.binarySearch(year.days(), (int) session.date().toEpochDay()),
                    session,
                    capped));
  }

  int day() {
    return year.days()[index];
  }

  boolean isClosed() {
    return !asOf.isBefore(session.close());
  }

  /** The same for the evening before; empty on the first day of all. */
  Optional<Moment> eveningBefore(History history) {
    if (session.date().equals(History.START)) {
      return Optional.empty();
    }
    return at(history, TradingCalendar.newYork().previousSession(session.date()).close());
  }
}
