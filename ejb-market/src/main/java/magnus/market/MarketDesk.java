package magnus.market;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import magnus.basics.result.Result;
import magnus.market.feed.MergedMarket;
import magnus.market.imported.ImportedFeed;
import magnus.persistence.market.MarketStore;

/** The market that the product runs on: imported data where there is any, else simulated. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class MarketDesk implements MarketData {

  @Inject private MarketStore store;
  @Inject private MarketCatalogue catalogue;
  @Inject private ClosingSummary ready;
  @Inject private SimulatedMarket simulated;

  private MarketData market() {
    return new MergedMarket(
        new ImportedFeed(new StoredData(store, catalogue, ready)), simulated.feed());
  }

  @Override
  public Optional<Instrument> findInstrument(String symbol, Instant asOf) {
    return market().findInstrument(symbol, asOf);
  }

  @Override
  public List<Instrument> searchInstruments(String text, int limit, Instant asOf) {
    return market().searchInstruments(text, limit, asOf);
  }

  @Override
  public Result<BarSeries> bars(String symbol, LocalDate from, LocalDate to, Instant asOf) {
    return market().bars(symbol, from, to, asOf);
  }

  @Override
  public Map<String, Result<BarSeries>> bars(
      Collection<String> symbols, LocalDate from, LocalDate to, Instant asOf) {
    return market().bars(symbols, from, to, asOf);
  }

  @Override
  public Result<Quote> quote(String symbol, Instant asOf) {
    return market().quote(symbol, asOf);
  }

  @Override
  public Map<String, Result<Quote>> quotes(Collection<String> symbols, Instant asOf) {
    return market().quotes(symbols, asOf);
  }

  @Override
  public Result<OptionChain> optionChain(String underlying, Instant asOf) {
    return market().optionChain(underlying, asOf);
  }

  @Override
  public Function<String, Result<OptionChain>> optionChains(
      Collection<String> underlyings, DateRange expiries, Instant asOf) {
    return market().optionChains(underlyings, expiries, asOf);
  }

  @Override
  public Map<ListedOption, Result<OptionPrice>> optionPrices(
      Collection<ListedOption> options, Instant asOf) {
    return market().optionPrices(options, asOf);
  }

  @Override
  public Map<ListedOption, Result<OptionCloses>> optionCloses(
      Map<ListedOption, DateRange> options, Instant asOf) {
    return market().optionCloses(options, asOf);
  }

  @Override
  public Result<BarSeries> vix(LocalDate from, LocalDate to, Instant asOf) {
    return market().vix(from, to, asOf);
  }

  @Override
  public String benchmark() {
    return market().benchmark();
  }

  @Override
  public double riskFreeRate(Instant asOf) {
    return market().riskFreeRate(asOf);
  }

  @Override
  public List<CorporateAction> corporateActions(
      String symbol, LocalDate from, LocalDate to, Instant asOf) {
    return market().corporateActions(symbol, from, to, asOf);
  }

  @Override
  public List<Catalyst> catalysts(LocalDate from, LocalDate to, Instant asOf) {
    return market().catalysts(from, to, asOf);
  }
}
