package magnus.market.feed;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import magnus.basics.time.FedMeeting;
import magnus.basics.time.FedMeetings;
import magnus.basics.time.OptionExpirations;
import magnus.basics.time.TradingCalendar;
import magnus.market.Catalyst;
import magnus.market.Source;

/** Catalysts of the whole market that follow from calendars: Fed meetings, standard expirations. */
public final class CalendarCatalysts {

  private final OptionExpirations expirations = new OptionExpirations(TradingCalendar.newYork());

  /** Those with {@code from ≤ date ≤ to}, as known at that time, ascending by instant. */
  public List<Catalyst> between(LocalDate from, LocalDate to, Instant asOf) {
    List<Catalyst> found = new ArrayList<>();
    if (from.isAfter(to)) {
      return found;
    }
    LocalDate today = TradingCalendar.date(asOf);
    for (FedMeeting meeting : FedMeetings.published().between(from, to, today)) {
      found.add(
          new Catalyst(
              Catalyst.Kind.FED_MEETING,
              null,
              meeting.date(),
              meeting.at(),
              meeting.estimated() ? "Fed decision (date estimated)" : "Fed decision",
              Source.CALENDAR));
    }
    YearMonth last = YearMonth.from(to);
    for (YearMonth month = YearMonth.from(from);
        !month.isAfter(last);
        month = month.plusMonths(1)) {
      LocalDate expiry = expirations.monthly(month);
      if (!expiry.isBefore(from) && !expiry.isAfter(to)) {
        boolean quarterly = month.getMonthValue() % 3 == 0;
        found.add(
            new Catalyst(
                Catalyst.Kind.OPTIONS_EXPIRATION,
                null,
                expiry,
                TradingCalendar.newYork().getSession(expiry).close(),
                quarterly
                    ? "Quarterly expiration of options and index futures"
                    : "Monthly options expiration",
                Source.CALENDAR));
      }
    }
    found.sort(Comparator.comparing(Catalyst::at));
    return found;
  }
}
