package magnus.market.imported;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import magnus.basics.time.Session;
import magnus.basics.time.TradingCalendar;
import magnus.market.Catalyst;
import magnus.market.Source;
import magnus.persistence.market.StoredCorporateAction;
import magnus.persistence.market.StoredEarnings;

/** Imported earnings and ex-dividend dates as catalysts. */
final class ImportedCatalysts {

  private static final LocalTime OPEN = LocalTime.of(9, 30);
  private static final LocalTime CLOSE = LocalTime.of(16, 0);

  private final ImportedData data;

  ImportedCatalysts(ImportedData data) {
    this.data = data;
  }

  /** Those with {@code from ≤ date ≤ to} that are known on that day, ascending. */
  List<Catalyst> between(LocalDate from, LocalDate to, LocalDate today) {
    List<Catalyst> found = new ArrayList<>();
    for (StoredEarnings report : data.earnings(from, to)) {
      if (KnownDates.isKnown(report, today)) {
        found.add(earnings(report));
      }
    }
    for (StoredCorporateAction action : data.corporateActions(from, to)) {
      if (action.kind().equals("DIVIDEND") && KnownDates.isKnown(action, today)) {
        found.add(
            new Catalyst(
                Catalyst.Kind.EX_DIVIDEND,
                action.symbol(),
                action.exDate(),
                at(action.exDate(), false),
                action.symbol()
                    + " trades without its dividend of "
                    + action.amount().stripTrailingZeros().toPlainString(),
                Source.IMPORTED));
      }
    }
    found.sort(Comparator.comparing(Catalyst::date).thenComparing(Catalyst::at));
    return found;
  }

  private static Catalyst earnings(StoredEarnings report) {
    String who = report.name().isEmpty() ? report.symbol() : report.name();
    String quarter = report.fiscalEnd() == null ? "" : " of the quarter to " + report.fiscalEnd();
    return new Catalyst(
        Catalyst.Kind.EARNINGS,
        report.symbol(),
        report.reportDate(),
        at(report.reportDate(), report.hour() == StoredEarnings.Hour.AFTER),
        "Earnings of " + who + quarter,
        Source.IMPORTED);
  }

  private static Instant at(LocalDate date, boolean afterClose) {
    Session session = TradingCalendar.newYork().findSession(date).orElse(null);
    if (session != null) {
      return afterClose ? session.close() : session.open();
    }
    return ZonedDateTime.of(date.atTime(afterClose ? CLOSE : OPEN), TradingCalendar.ZONE)
        .toInstant();
  }
}
