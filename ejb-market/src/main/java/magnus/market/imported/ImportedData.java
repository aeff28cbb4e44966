package magnus.market.imported;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import magnus.persistence.market.SeriesKind;
import magnus.persistence.market.StoredBars;
import magnus.persistence.market.StoredChain;
import magnus.persistence.market.StoredClosing;
import magnus.persistence.market.StoredContract;
import magnus.persistence.market.StoredCorporateAction;
import magnus.persistence.market.StoredEarnings;
import magnus.persistence.market.StoredInstrument;
import magnus.persistence.market.StoredSeries;

/** What was imported, of all times; {@link ImportedFeed} cuts it at the as-of. */
public interface ImportedData {

  Optional<StoredInstrument> findInstrument(String symbol);

  List<StoredInstrument> instruments();

  List<StoredSeries> series(Collection<String> symbols);

  List<StoredSeries> series();

  /** Bars with {@code from ≤ date ≤ to} by symbol and kind; without those that are not there. */
  Map<String, Map<SeriesKind, StoredBars>> bars(
      Collection<SeriesKind> kinds, Collection<String> symbols, LocalDate from, LocalDate to);

  /**
   * The latest closes of these symbols as they were known when the session of {@code known} had
   * closed, without those that had none; empty where they are not kept ready and must be made from
   * bars.
   */
  default Optional<Map<String, StoredClosing>> closings(
      Collection<String> symbols, LocalDate known) {
    return Optional.empty();
  }

  /** Underlyings that have option contracts of a day in the range. */
  Set<String> underlyings(LocalDate from, LocalDate to);

  Optional<LocalDate> findChainDate(String underlying, LocalDate latest);

  Optional<StoredChain> findChain(String underlying, LocalDate date, LocalDate firstExpiry);

  /** The contracts of some expiries by day, with {@code from ≤ day ≤ to}, and expiry. */
  SortedMap<LocalDate, SortedMap<LocalDate, List<StoredContract>>> contracts(
      String underlying, Collection<LocalDate> expiries, LocalDate from, LocalDate to);

  SortedMap<String, NavigableMap<LocalDate, Double>> rates();

  List<StoredEarnings> earnings(LocalDate from, LocalDate to);

  /** Of one symbol. */
  List<StoredCorporateAction> corporateActions(String symbol, LocalDate from, LocalDate to);

  /** Of all symbols. */
  List<StoredCorporateAction> corporateActions(LocalDate from, LocalDate to);
}
