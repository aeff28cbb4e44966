package magnus.market;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import magnus.basics.problem.Refusal;
import magnus.basics.time.TradingCalendar;
import magnus.market.feed.MergedMarket;
import magnus.market.imported.ImportedFeed;
import magnus.persistence.market.MarketStore;

/** What instruments there are, and where their prices come from. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class MarketDirectory {

  private static final LocalDate LONG_AGO = LocalDate.of(1900, 1, 1);

  @Inject private MarketStore store;
  @Inject private MarketCatalogue catalogue;
  @Inject private ClosingSummary ready;
  @Inject private SimulatedMarket simulated;

  /**
   * One page of instruments by symbol.
   *
   * @param next the last symbol of this page, if there are more
   */
  public record Page(List<InstrumentListing> items, Optional<String> next) {}

  /**
   * Instruments whose symbol or name contains the text, ignoring case, by symbol.
   *
   * @param sector in any case; empty for all
   * @param after the symbol after which the page begins; empty for the first page
   */
  public Page search(String text, String sector, String after, int limit, Instant asOf) {
    ImportedFeed imported = new ImportedFeed(new StoredData(store, catalogue, ready));
    Set<String> priced = imported.pricedSymbols(asOf);
    Set<String> invented = simulated.symbols();
    List<InstrumentListing> found =
        new MergedMarket(imported, simulated.feed())
            .searchInstruments(text, Integer.MAX_VALUE, asOf).stream()
                .filter(
                    i ->
                        sector.isBlank()
                            || i.sector()
                                .toUpperCase(Locale.ROOT)
                                .equals(sector.trim().toUpperCase(Locale.ROOT)))
                .filter(i -> i.symbol().compareTo(after) > 0)
                .limit(limit + 1L)
                .map(i -> InstrumentListing.of(i, source(i, priced, invented), Optional.empty()))
                .toList();
    return found.size() <= limit
        ? new Page(found, Optional.empty())
        : new Page(found.subList(0, limit), Optional.of(found.get(limit - 1).symbol()));
  }

  private static Source source(Instrument instrument, Set<String> priced, Set<String> invented) {
    return priced.contains(instrument.symbol()) || !invented.contains(instrument.symbol())
        ? Source.IMPORTED
        : Source.SIMULATED;
  }

  /**
   * One instrument, with the days of its prices known at that time.
   *
   * @throws Refusal where there is no such symbol
   */
  public InstrumentListing get(String symbol, Instant asOf) {
    ImportedFeed imported = new ImportedFeed(new StoredData(store, catalogue, ready));
    MergedMarket market = new MergedMarket(imported, simulated.feed());
    Instrument instrument =
        market.findInstrument(symbol, asOf).orElseThrow(() -> Refusal.unknown("symbol", symbol));
    Optional<DateRange> span = imported.span(symbol, asOf);
    if (span.isPresent()) {
      return InstrumentListing.of(instrument, Source.IMPORTED, span);
    }
    Optional<BarSeries> bars =
        simulated.feed().bars(symbol, LONG_AGO, TradingCalendar.date(asOf), asOf).find();
    return InstrumentListing.of(
        instrument,
        bars.isPresent() ? Source.SIMULATED : Source.IMPORTED,
        bars.filter(b -> b.size() > 0).map(b -> new DateRange(b.date(0), b.date(b.size() - 1))));
  }
}
