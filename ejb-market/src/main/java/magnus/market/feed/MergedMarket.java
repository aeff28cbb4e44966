package magnus.market.feed;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
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
import magnus.market.imported.ImportedFeed;

/**
 * The imported and the simulated market as one. A symbol of which any imported price is known at
 * the as-of is an imported one, with its splits, dividends and option chains; any other is
 * simulated. One answer never mixes the two; options on imported symbols that no imported chain
 * prices have {@link ModelOptions model values}. VIX and the rate are imported where there is any
 * for the time that is asked for.
 */
public final class MergedMarket implements MarketData {

  private static final String BENCHMARK = "SPY";
  private static final String UNKNOWN_SECTOR = "Unknown";

  private final ImportedFeed imported;
  private final MarketFeed simulated;

  public MergedMarket(ImportedFeed imported, MarketFeed simulated) {
    this.imported = imported;
    this.simulated = simulated;
  }

  @Override
  public Optional<Instrument> findInstrument(String symbol, Instant asOf) {
    Optional<Instrument> mine = imported.findInstrument(symbol, asOf);
    Optional<Instrument> other = simulated.findInstrument(symbol, asOf);
    return mine.map(i -> other.map(o -> better(i, o)).orElse(i)).or(() -> other);
  }

  /** A series that came without a name and sector takes those that the other market knows. */
  private static Instrument better(Instrument mine, Instrument other) {
    return mine.sector().equals(UNKNOWN_SECTOR) ? other : mine;
  }

  @Override
  public List<Instrument> searchInstruments(String text, int limit, Instant asOf) {
    Map<String, Instrument> all = new TreeMap<>();
    simulated.instruments(asOf).forEach(i -> all.put(i.symbol(), i));
    imported.instruments(asOf).forEach(i -> all.merge(i.symbol(), i, (o, mine) -> better(mine, o)));
    String wanted = text.trim().toUpperCase(Locale.ROOT);
    return all.values().stream()
        .filter(
            i -> i.symbol().contains(wanted) || i.name().toUpperCase(Locale.ROOT).contains(wanted))
        .limit(limit)
        .toList();
  }

  @Override
  public Result<BarSeries> bars(String symbol, LocalDate from, LocalDate to, Instant asOf) {
    return Objects.requireNonNull(bars(List.of(symbol), from, to, asOf).get(symbol));
  }

  @Override
  public Map<String, Result<BarSeries>> bars(
      Collection<String> symbols, LocalDate from, LocalDate to, Instant asOf) {
    return merge(symbols, (feed, some) -> feed.bars(some, from, to, asOf));
  }

  @Override
  public Result<Quote> quote(String symbol, Instant asOf) {
    return Objects.requireNonNull(quotes(List.of(symbol), asOf).get(symbol));
  }

  @Override
  public Map<String, Result<Quote>> quotes(Collection<String> symbols, Instant asOf) {
    return merge(symbols, (feed, some) -> feed.quotes(some, asOf));
  }

  private <T> Map<String, Result<T>> merge(
      Collection<String> symbols,
      BiFunction<MarketFeed, Collection<String>, Map<String, Result<T>>> ask) {
    Set<String> wanted = new LinkedHashSet<>(symbols);
    Map<String, Result<T>> answers = new LinkedHashMap<>(ask.apply(imported, wanted));
    List<String> missing = wanted.stream().filter(s -> isMissing(answers.get(s))).toList();
    answers.putAll(ask.apply(simulated, missing));
    return answers;
  }

  private static boolean isMissing(@org.jspecify.annotations.Nullable Result<?> result) {
    return result == null
        || result.findFailure().map(f -> f.reason() == FailureReason.NO_DATA).orElse(false);
  }

  @Override
  public Result<OptionChain> optionChain(String underlying, Instant asOf) {
    Result<OptionChain> mine = imported.optionChain(underlying, asOf);
    return isMissing(mine) && !isImported(underlying, asOf)
        ? simulated.optionChain(underlying, asOf)
        : mine;
  }

  @Override
  public Function<String, Result<OptionChain>> optionChains(
      Collection<String> underlyings, DateRange expiries, Instant asOf) {
    Set<String> known = new HashSet<>(imported.pricedSymbols(asOf));
    known.addAll(imported.chained(asOf));
    return underlying ->
        known.contains(underlying)
            ? optionChain(underlying, asOf)
            : simulated.optionChain(underlying, expiries, asOf);
  }

  @Override
  public Map<ListedOption, Result<OptionPrice>> optionPrices(
      Collection<ListedOption> options, Instant asOf) {
    Set<ListedOption> wanted = new LinkedHashSet<>(options);
    Set<String> priced = imported.priced(underlyings(wanted), asOf);
    Map<ListedOption, Result<OptionPrice>> answers =
        new LinkedHashMap<>(imported.optionPrices(wanted, asOf));
    List<ListedOption> unpriced = wanted.stream().filter(o -> isMissing(answers.get(o))).toList();
    List<ListedOption> own =
        unpriced.stream().filter(o -> priced.contains(o.underlying())).toList();
    List<ListedOption> others =
        unpriced.stream().filter(o -> !priced.contains(o.underlying())).toList();
    if (!others.isEmpty()) {
      answers.putAll(simulated.optionPrices(others, asOf));
    }
    if (!own.isEmpty()) {
      Map<ListedOption, DateRange> lately = new LinkedHashMap<>();
      LocalDate today = TradingCalendar.date(asOf);
      own.forEach(o -> lately.put(o, new DateRange(today, today)));
      ModelOptions model = model(lately, asOf);
      own.forEach(o -> model.price(o, asOf).ifPresent(p -> answers.put(o, Result.success(p))));
    }
    return answers;
  }

  @Override
  public Map<ListedOption, Result<OptionCloses>> optionCloses(
      Map<ListedOption, DateRange> options, Instant asOf) {
    Set<String> priced = imported.priced(underlyings(options.keySet()), asOf);
    Map<ListedOption, DateRange> own = new LinkedHashMap<>(options);
    own.keySet().removeIf(o -> !priced.contains(o.underlying()));
    Map<ListedOption, DateRange> others = new LinkedHashMap<>(options);
    others.keySet().removeAll(own.keySet());
    Map<ListedOption, Result<OptionCloses>> answers = new LinkedHashMap<>();
    if (!own.isEmpty()) {
      ModelOptions model = model(own, asOf);
      own.forEach((option, range) -> answers.put(option, model.closes(option, range, asOf)));
    }
    if (!others.isEmpty()) {
      answers.putAll(imported.optionCloses(others, asOf));
      others.keySet().removeIf(o -> !isMissing(answers.get(o)));
      answers.putAll(simulated.optionCloses(others, asOf));
    }
    return answers;
  }

  private static Set<String> underlyings(Collection<ListedOption> options) {
    return options.stream().map(ListedOption::underlying).collect(Collectors.toSet());
  }

  /** Reads at once all that the model needs for those days. */
  private ModelOptions model(Map<ListedOption, DateRange> options, Instant asOf) {
    Map<ListedOption, DateRange> before = new LinkedHashMap<>();
    options.forEach((option, range) -> before.put(option, ModelOptions.needed(range)));
    DateRange all = before.values().stream().reduce(DateRange::and).orElseThrow();
    Map<String, BarSeries> bars = new HashMap<>();
    Map<String, List<CorporateAction>> splits = new HashMap<>();
    imported
        .bars(underlyings(options.keySet()), all.first(), all.last(), asOf)
        .forEach(
            (symbol, result) -> {
              result.find().ifPresent(found -> bars.put(symbol, found));
              splits.put(
                  symbol,
                  imported.corporateActions(symbol, all.first(), all.last(), asOf).stream()
                      .filter(a -> a.kind() == CorporateAction.Kind.SPLIT)
                      .toList());
            });
    Function<LocalDate, OptionalDouble> rates = imported.riskFreeRates();
    return new ModelOptions(
        bars,
        splits,
        imported.optionCloses(before, asOf),
        day -> {
          OptionalDouble mine = rates.apply(day);
          return mine.isPresent()
              ? mine.getAsDouble()
              : simulated
                  .riskFreeRate(TradingCalendar.newYork().sessionOnOrBefore(day).close())
                  .orElse(0);
        });
  }

  private boolean isImported(String symbol, Instant asOf) {
    return imported.span(symbol, asOf).isPresent();
  }

  @Override
  public Result<BarSeries> vix(LocalDate from, LocalDate to, Instant asOf) {
    Result<BarSeries> mine = imported.vix(from, to, asOf);
    boolean any = mine.find().map(bars -> bars.size() > 0).orElse(false);
    return any ? mine : simulated.vix(from, to, asOf);
  }

  @Override
  public String benchmark() {
    return BENCHMARK;
  }

  @Override
  public double riskFreeRate(Instant asOf) {
    OptionalDouble mine = imported.riskFreeRate(asOf);
    return mine.isPresent() ? mine.getAsDouble() : simulated.riskFreeRate(asOf).orElse(0);
  }

  @Override
  public List<CorporateAction> corporateActions(
      String symbol, LocalDate from, LocalDate to, Instant asOf) {
    MarketFeed feed = isImported(symbol, asOf) ? imported : simulated;
    return feed.corporateActions(symbol, from, to, asOf);
  }

  @Override
  public List<Catalyst> catalysts(LocalDate from, LocalDate to, Instant asOf) {
    List<Catalyst> all = new ArrayList<>(imported.catalysts(from, to, asOf));
    Set<String> priced = imported.pricedSymbols(asOf);
    Set<String> reporting = new HashSet<>();
    for (Catalyst catalyst : all) {
      if (catalyst.kind() == Catalyst.Kind.EARNINGS && catalyst.symbol() != null) {
        reporting.add(catalyst.symbol());
      }
    }
    for (Catalyst catalyst : simulated.catalysts(from, to, asOf)) {
      String symbol = catalyst.symbol();
      boolean replaced =
          symbol != null
              && (priced.contains(symbol)
                  || (catalyst.kind() == Catalyst.Kind.EARNINGS && reporting.contains(symbol)));
      if (!replaced) {
        all.add(catalyst);
      }
    }
    all.sort(Comparator.comparing(Catalyst::date).thenComparing(Catalyst::at));
    return all;
  }
}
