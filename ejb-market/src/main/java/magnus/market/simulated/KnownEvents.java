package magnus.market.simulated;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import magnus.basics.time.Session;
import magnus.basics.time.TradingCalendar;
import magnus.market.Catalyst;
import magnus.market.CorporateAction;
import magnus.market.Instrument;
import magnus.market.Source;

/** Corporate actions and catalysts as they were announced by some instant. */
final class KnownEvents {

  private static final LocalTime BEFORE_OPEN = LocalTime.of(7, 0);
  private static final LocalTime AFTER_CLOSE = LocalTime.of(16, 5);
  private static final LocalTime FDA_HOUR = LocalTime.of(17, 30);

  private final History history;

  KnownEvents(History history) {
    this.history = history;
  }

  /** Of one instrument, with ex-dates in the range, ascending. */
  List<CorporateAction> actions(
      int instrument, String symbol, LocalDate from, LocalDate to, Instant asOf) {
    int knownOn = knownOn(asOf);
    List<CorporateAction> found = new ArrayList<>();
    for (YearTable year : yearsOfAnnouncement(from, to, knownOn)) {
      for (Events.Action action : year.events().get(instrument).actions()) {
        if (action.announced() <= knownOn && within(action.exDay(), from, to)) {
          found.add(
              new CorporateAction(
                  symbol,
                  LocalDate.ofEpochDay(action.exDay()),
                  action.kind(),
                  amount(action),
                  Source.SIMULATED));
        }
      }
    }
    found.sort(Comparator.comparing(CorporateAction::exDate));
    return found;
  }

  /** Of all companies, with dates in the range, ascending by instant. */
  List<Catalyst> catalysts(LocalDate from, LocalDate to, Instant asOf) {
    int knownOn = knownOn(asOf);
    List<Catalyst> found = new ArrayList<>();
    for (YearTable year : yearsOfAnnouncement(from, to, knownOn)) {
      for (Instrument instrument : history.instruments()) {
        int index = history.findIndex(instrument.symbol()).orElseThrow();
        collect(instrument, year.events().get(index), from, to, knownOn, found);
      }
    }
    found.sort(Comparator.comparing(Catalyst::at));
    return found;
  }

  private static void collect(
      Instrument instrument,
      Events events,
      LocalDate from,
      LocalDate to,
      int knownOn,
      List<Catalyst> found) {
    for (Events.Report r : events.reports()) {
      if (r.announced() <= knownOn && within(r.day(), from, to)) {
        String when = r.beforeOpen() ? " before the open" : " after the close";
        LocalTime hour = r.beforeOpen() ? BEFORE_OPEN : AFTER_CLOSE;
        found.add(
            catalyst(
                Catalyst.Kind.EARNINGS,
                instrument,
                r.day(),
                at(r.day(), hour),
                instrument.name() + " reports earnings" + when));
      }
    }
    for (Events.Decision d : events.decisions()) {
      if (d.announced() <= knownOn && within(d.day(), from, to)) {
        found.add(
            catalyst(
                Catalyst.Kind.FDA_DECISION,
                instrument,
                d.day(),
                at(d.day(), FDA_HOUR),
                "FDA decides on a drug of " + instrument.name()));
      }
    }
    for (Events.Action a : events.actions()) {
      if (a.kind() == CorporateAction.Kind.DIVIDEND
          && a.announced() <= knownOn
          && within(a.exDay(), from, to)) {
        found.add(
            catalyst(
                Catalyst.Kind.EX_DIVIDEND,
                instrument,
                a.exDay(),
                TradingCalendar.newYork().getSession(LocalDate.ofEpochDay(a.exDay())).open(),
                instrument.name() + " pays " + amount(a).toPlainString() + " a share"));
      }
    }
  }

  /** The last day whose opening bell has rung: announcements are made with it. */
  private static int knownOn(Instant asOf) {
    return (int) TradingCalendar.newYork().lastOpened(asOf).date().toEpochDay();
  }

  /** Everything is announced less than a year before it happens. */
  private List<YearTable> yearsOfAnnouncement(LocalDate from, LocalDate to, int knownOn) {
    LocalDate known = LocalDate.ofEpochDay(knownOn);
    return history.between(from.minusYears(1), to.isAfter(known) ? known : to);
  }

  private static boolean within(int day, LocalDate from, LocalDate to) {
    return day >= from.toEpochDay() && day <= to.toEpochDay();
  }

  private static BigDecimal amount(Events.Action action) {
    int scale = action.kind() == CorporateAction.Kind.DIVIDEND ? 2 : 1;
    BigDecimal exact = BigDecimal.valueOf(action.amount()).setScale(scale, RoundingMode.HALF_UP);
    return scale == 1 && exact.stripTrailingZeros().scale() <= 0 ? exact.setScale(0) : exact;
  }

  private static Instant at(int day, LocalTime hour) {
    Session session = TradingCalendar.newYork().getSession(LocalDate.ofEpochDay(day));
    Instant instant = session.date().atTime(hour).atZone(TradingCalendar.ZONE).toInstant();
    return hour.isAfter(BEFORE_OPEN) && session.half() ? instant.minusSeconds(3 * 3600L) : instant;
  }

  private static Catalyst catalyst(
      Catalyst.Kind kind, Instrument instrument, int day, Instant at, String title) {
    return new Catalyst(
        kind, instrument.symbol(), LocalDate.ofEpochDay(day), at, title, Source.SIMULATED);
  }
}
