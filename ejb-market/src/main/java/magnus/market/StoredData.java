package magnus.market;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import magnus.market.imported.ImportedData;
import magnus.persistence.market.MarketStore;
import magnus.persistence.market.SeriesKind;
import magnus.persistence.market.StoredBars;
import magnus.persistence.market.StoredChain;
import magnus.persistence.market.StoredClosing;
import magnus.persistence.market.StoredContract;
import magnus.persistence.market.StoredCorporateAction;
import magnus.persistence.market.StoredEarnings;
import magnus.persistence.market.StoredInstrument;
import magnus.persistence.market.StoredSeries;

/** Imported data out of the database. */
record StoredData(MarketStore store, MarketCatalogue catalogue, ClosingSummary ready)
    implements ImportedData {

  @Override
  public Optional<StoredInstrument> findInstrument(String symbol) {
    return catalogue
        .known()
        .map(k -> k.instrument(symbol))
        .orElseGet(() -> store.findInstrument(symbol));
  }

  @Override
  public List<StoredInstrument> instruments() {
    return store.instruments();
  }

  @Override
  public List<StoredSeries> series(Collection<String> symbols) {
    return catalogue.known().map(k -> k.series(symbols)).orElseGet(() -> store.series(symbols));
  }

  @Override
  public List<StoredSeries> series() {
    return store.series();
  }

  @Override
  public Map<String, Map<SeriesKind, StoredBars>> bars(
      Collection<SeriesKind> kinds, Collection<String> symbols, LocalDate from, LocalDate to) {
    return store.bars(kinds, symbols, from, to);
  }

  @Override
  public Optional<Map<String, StoredClosing>> closings(
      Collection<String> symbols, LocalDate known) {
    return ready.find(symbols, known, catalogue.known());
  }

  @Override
  public Set<String> underlyings(LocalDate from, LocalDate to) {
    return store.underlyings(from, to);
  }

  @Override
  public Optional<LocalDate> findChainDate(String underlying, LocalDate latest) {
    return store.findChainDate(underlying, latest);
  }

  @Override
  public Optional<StoredChain> findChain(String underlying, LocalDate date, LocalDate firstExpiry) {
    return store.findChain(underlying, date, firstExpiry);
  }

  @Override
  public SortedMap<LocalDate, SortedMap<LocalDate, List<StoredContract>>> contracts(
      String underlying, Collection<LocalDate> expiries, LocalDate from, LocalDate to) {
    return store.contracts(underlying, expiries, from, to);
  }

  @Override
  public SortedMap<String, NavigableMap<LocalDate, Double>> rates() {
    return store.rates();
  }

  @Override
  public List<StoredEarnings> earnings(LocalDate from, LocalDate to) {
    return store.earnings(from, to);
  }

  @Override
  public List<StoredCorporateAction> corporateActions(String symbol, LocalDate from, LocalDate to) {
    return catalogue
        .known()
        .map(k -> k.actions(symbol, from, to))
        .orElseGet(() -> store.corporateActions(symbol, from, to));
  }

  @Override
  public List<StoredCorporateAction> corporateActions(LocalDate from, LocalDate to) {
    return store.corporateActions(null, from, to);
  }
}
