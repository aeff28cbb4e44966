package magnus.benchmarks.portfolio;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import magnus.market.imported.ImportedData;
import magnus.persistence.market.SeriesKind;
import magnus.persistence.market.StoredBars;
import magnus.persistence.market.StoredChain;
import magnus.persistence.market.StoredContract;
import magnus.persistence.market.StoredCorporateAction;
import magnus.persistence.market.StoredEarnings;
import magnus.persistence.market.StoredInstrument;
import magnus.persistence.market.StoredSeries;

/** A market without imported data, so that everything is simulated. */
public record NothingImported() implements ImportedData {

  @Override
  public Optional<StoredInstrument> findInstrument(String symbol) {
    return Optional.empty();
  }

  @Override
  public List<StoredInstrument> instruments() {
    return List.of();
  }

  @Override
  public List<StoredSeries> series(Collection<String> symbols) {
    return List.of();
  }

  @Override
  public List<StoredSeries> series() {
    return List.of();
  }

  @Override
  public Map<String, Map<SeriesKind, StoredBars>> bars(
      Collection<SeriesKind> kinds, Collection<String> symbols, LocalDate from, LocalDate to) {
    return Map.of();
  }

  @Override
  public Set<String> underlyings(LocalDate from, LocalDate to) {
    return Set.of();
  }

  @Override
  public Optional<LocalDate> findChainDate(String underlying, LocalDate latest) {
    return Optional.empty();
  }

  @Override
  public Optional<StoredChain> findChain(String underlying, LocalDate date, LocalDate firstExpiry) {
    return Optional.empty();
  }

  @Override
  public SortedMap<LocalDate, SortedMap<LocalDate, List<StoredContract>>> contracts(
      String underlying, Collection<LocalDate> expiries, LocalDate from, LocalDate to) {
    return new TreeMap<>();
  }

  @Override
  public SortedMap<String, NavigableMap<LocalDate, Double>> rates() {
    return new TreeMap<>();
  }

  @Override
  public List<StoredEarnings> earnings(LocalDate from, LocalDate to) {
    return List.of();
  }

  @Override
  public List<StoredCorporateAction> corporateActions(String symbol, LocalDate from, LocalDate to) {
    return List.of();
  }

  @Override
  public List<StoredCorporateAction> corporateActions(LocalDate from, LocalDate to) {
    return List.of();
  }
}
