package magnus.portfolio.valuation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import magnus.basics.result.FailureReason;
import magnus.basics.result.Result;
import magnus.basics.time.TradingCalendar;
import magnus.market.BarSeries;
import magnus.market.Catalyst;
import magnus.market.CorporateAction;
import magnus.market.DateRange;
import magnus.market.Instrument;
import magnus.market.ListedOption;
import magnus.market.MarketData;
import magnus.market.OptionChain;
import magnus.market.OptionCloses;
import magnus.market.OptionPrice;
import magnus.market.Quote;
import magnus.market.Source;
import magnus.market.feed.ChainPrices;

/**
 * A market of closing prices written down in a test; a close is known from its session's close on.
 */
public final class TableMarket implements MarketData {

  private final Map<String, TreeMap<LocalDate, Double>> closes = new HashMap<>();
  private final Map<String, OptionChain> chains = new HashMap<>();

  public TableMarket close(String symbol, String date, double price) {
    closes.computeIfAbsent(symbol, s -> new TreeMap<>()).put(LocalDate.parse(date), price);
    return this;
  }

  public TableMarket chain(OptionChain chain) {
    chains.put(chain.underlying(), chain);
    return this;
  }

  @Override
  public Optional<Instrument> findInstrument(String symbol, Instant asOf) {
    return closes.containsKey(symbol)
        ? Optional.of(
            new Instrument(symbol, symbol + " Inc.", "Energy", "Oil", Instrument.Kind.STOCK))
        : Optional.empty();
  }

  @Override
  public List<Instrument> searchInstruments(String text, int limit, Instant asOf) {
    return List.of();
  }

  @Override
  public Result<BarSeries> bars(String symbol, LocalDate from, LocalDate to, Instant asOf) {
    TreeMap<LocalDate, Double> known = closes.get(symbol);
    if (known == null) {
      return Result.failure(FailureReason.NO_DATA, "There are no bars of " + symbol + ".");
    }
    List<Map.Entry<LocalDate, Double>> days = new ArrayList<>();
    known.subMap(from, true, to, true).entrySet().stream()
        .filter(e -> !TradingCalendar.newYork().getSession(e.getKey()).close().isAfter(asOf))
        .forEach(days::add);
    int[] epochDays = days.stream().mapToInt(e -> (int) e.getKey().toEpochDay()).toArray();
    double[] prices = days.stream().mapToDouble(Map.Entry::getValue).toArray();
    return Result.success(
        new BarSeries(
            symbol,
            Source.IMPORTED,
            epochDays,
            prices,
            prices,
            prices,
            prices,
            new double[prices.length]));
  }

  @Override
  public Map<String, Result<BarSeries>> bars(
      Collection<String> symbols, LocalDate from, LocalDate to, Instant asOf) {
    Map<String, Result<BarSeries>> all = new HashMap<>();
    symbols.forEach(s -> all.put(s, bars(s, from, to, asOf)));
    return all;
  }

  @Override
  public Result<Quote> quote(String symbol, Instant asOf) {
    return bars(symbol, LocalDate.of(1990, 1, 1), TradingCalendar.date(asOf), asOf)
        .map(
            bars -> {
              BigDecimal last = BigDecimal.valueOf(bars.close()[bars.size() - 1]);
              BigDecimal before = BigDecimal.valueOf(bars.close()[Math.max(0, bars.size() - 2)]);
              return new Quote(symbol, last, last, last, before, 0, asOf, Source.IMPORTED);
            });
  }

  @Override
  public Map<String, Result<Quote>> quotes(Collection<String> symbols, Instant asOf) {
    Map<String, Result<Quote>> all = new HashMap<>();
    symbols.forEach(s -> all.put(s, quote(s, asOf)));
    return all;
  }

  @Override
  public Result<OptionChain> optionChain(String underlying, Instant asOf) {
    OptionChain chain = chains.get(underlying);
    return chain == null
        ? Result.failure(FailureReason.NO_DATA, "There is no chain of " + underlying + ".")
        : Result.success(chain);
  }

  @Override
  public Map<ListedOption, Result<OptionPrice>> optionPrices(
      Collection<ListedOption> options, Instant asOf) {
    return new ChainPrices(this::optionChain).prices(options, asOf);
  }

  @Override
  public Map<ListedOption, Result<OptionCloses>> optionCloses(
      Map<ListedOption, DateRange> options, Instant asOf) {
    return new ChainPrices(this::optionChain).closes(options, asOf);
  }

  @Override
  public Result<BarSeries> vix(LocalDate from, LocalDate to, Instant asOf) {
    return Result.failure(FailureReason.NO_DATA, "There is no VIX here.");
  }

  @Override
  public String benchmark() {
    return "SPY";
  }

  @Override
  public double riskFreeRate(Instant asOf) {
    return 0;
  }

  @Override
  public List<CorporateAction> corporateActions(
      String symbol, LocalDate from, LocalDate to, Instant asOf) {
    return List.of();
  }

  @Override
  public List<Catalyst> catalysts(LocalDate from, LocalDate to, Instant asOf) {
    return List.of();
  }
}
