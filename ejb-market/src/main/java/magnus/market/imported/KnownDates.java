package magnus.market.imported;

import java.time.LocalDate;
import magnus.persistence.market.StoredCorporateAction;
import magnus.persistence.market.StoredEarnings;

/** Whether a dated event was known on a day. */
final class KnownDates {

  private KnownDates() {}

  static boolean isKnown(StoredCorporateAction action, LocalDate today) {
    LocalDate from = action.announcedOn() != null ? action.announcedOn() : action.exDate();
    return !from.isAfter(today);
  }

  static boolean isKnown(StoredEarnings report, LocalDate today) {
    LocalDate from =
        report.announcedOn() != null
            ? report.announcedOn()
            : report.reportDate().minusDays(ImportedFeed.EARNINGS_KNOWN_DAYS_AHEAD);
    return !from.isAfter(today);
  }
}
