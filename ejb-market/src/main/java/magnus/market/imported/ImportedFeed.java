package magnus.market.imported;

import static magnus.persistence.market.SeriesKind.BARS;
import static magnus.persistence.market.SeriesKind.CLOSES;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import magnus.basics.result.FailureReason;
import magnus.basics.result.Result;
import magnus.basics.time.TradingCalendar;
import magnus.market.BarSeries;
import magnus.market.Catalyst;
import magnus.market.CorporateAction;
import magnus.market.DateRange;
import magnus.market.Instrument;
import magnus.market.ListedOption;
import magnus.market.OptionChain;
import magnus.market.OptionCloses;
import magnus.market.OptionPrice;
import magnus.market.Quote;
import magnus.market.Source;
import magnus.market.feed.MarketFeed;
import magnus.persistence.market.SeriesKind;
import magnus.persistence.market.StoredBars;
import magnus.persistence.market.StoredChain;
import magnus.persistence.market.StoredClosing;
import magnus.persistence.market.StoredInstrument;
import magnus.persistence.market.StoredSeries;

/**
 * Imported data as a feed. When a thing is known:
 *
 * <ul>
 *   <li>a day's bar, and its option chain, from that session's close on (a bar of a day without a
 *       session from the next close on);
 *   <li>a rate, a split or a dividend from the opening bell of its date on, a split or dividend
 *       whose announcement the file tells from that day's;
 *   <li>an earnings date from its announcement's opening bell on where the file tells it, else from
 *       {@value #EARNINGS_KNOWN_DAYS_AHEAD} days ahead.
 * </ul>
 *
 * Imported days have no quotes: a quote's bid and ask are its last price.
 */
public final class ImportedFeed implements MarketFeed {

  /** Companies fix the day some four weeks ahead. */
  static final int EARNINGS_KNOWN_DAYS_AHEAD = 30;

  /** A chain older than that says nothing of the market any more. */
  static final int OLDEST_CHAIN_DAYS = 10;

  /** Symbol of the volatility index. */
  static final String VIX = "VIX";

  private static final Set<SeriesKind> PRICES = EnumSet.of(BARS, CLOSES);
  private static final Set<SeriesKind> VOLATILITY = EnumSet.of(SeriesKind.VIX);

  /** Symbols whose bars are read together, where those of all are. */
  public static final int AT_ONCE = 200;

  /** Most closes are followed by another within so many days. */
  private static final int USUAL_GAP_DAYS = 15;

  /** Of several rates the first of these is the risk-free one, else the first by name. */
  private static final List<String> RISK_FREE =
      List.of("DTB3", "TB3MS", "DGS3MO", "3 MO", "SOFR", "DFF", "EFFR", "FEDFUNDS", "PCREDIT8");

  private final ImportedData data;
  private final TradingCalendar calendar = TradingCalendar.newYork();

  public ImportedFeed(ImportedData data) {
    this.data = data;
  }

  @Override
  public Source source() {
    return Source.IMPORTED;
  }

  @Override
  public Optional<Instrument> findInstrument(String symbol, Instant asOf) {
    List<StoredSeries> series = data.series(List.of(symbol));
    LocalDate known = calendar.lastClosed(asOf).date();
    if (!series.isEmpty() && series.stream().allMatch(s -> s.firstDate().isAfter(known))) {
      return Optional.empty();
    }
    return data.findInstrument(symbol)
        .map(ImportedFeed::instrument)
        .or(() -> series.stream().findFirst().map(ImportedFeed::instrument));
  }

  @Override
  public List<Instrument> instruments(Instant asOf) {
    LocalDate known = calendar.lastClosed(asOf).date();
    Map<String, Instrument> bySymbol = new TreeMap<>();
    Set<String> toCome = new TreeSet<>();
    for (StoredSeries series : data.series()) {
      if (series.firstDate().isAfter(known)) {
        toCome.add(series.symbol());
      } else {
        bySymbol.put(series.symbol(), instrument(series));
      }
    }
    toCome.removeAll(bySymbol.keySet());
    for (StoredInstrument stored : data.instruments()) {
      if (!toCome.contains(stored.symbol())) {
        bySymbol.put(stored.symbol(), instrument(stored));
      }
    }
    return List.copyOf(bySymbol.values());
  }

  private static Instrument instrument(StoredInstrument stored) {
    return new Instrument(
        stored.symbol(),
        stored.name(),
        stored.sector(),
        stored.industry(),
        Instrument.Kind.valueOf(stored.kind()));
  }

  private static Instrument instrument(StoredSeries series) {
    boolean index = series.kind() == SeriesKind.VIX;
    return new Instrument(
        series.symbol(),
        series.symbol(),
        index ? "Index" : "Unknown",
        "",
        index ? Instrument.Kind.INDEX : Instrument.Kind.STOCK);
  }

  /** The symbols that have prices known at that time. */
  public Set<String> pricedSymbols(Instant asOf) {
    LocalDate known = calendar.lastClosed(asOf).date();
    Set<String> symbols = new TreeSet<>();
    for (StoredSeries series : data.series()) {
      if (!series.firstDate().isAfter(known)) {
        symbols.add(series.symbol());
      }
    }
    return symbols;
  }

  /** First and last date of a symbol's prices known at that time; empty where there is none. */
  public Optional<DateRange> span(String symbol, Instant asOf) {
    LocalDate known = calendar.lastClosed(asOf).date();
    return data.series(List.of(symbol)).stream()
        .filter(s -> !s.firstDate().isAfter(known))
        .map(s -> new DateRange(s.firstDate(), s.lastDate().isAfter(known) ? known : s.lastDate()))
        .reduce(DateRange::and);
  }

  @Override
  public Result<BarSeries> bars(String symbol, LocalDate from, LocalDate to, Instant asOf) {
    return Objects.requireNonNull(bars(List.of(symbol), from, to, asOf).get(symbol));
  }

  @Override
  public Map<String, Result<BarSeries>> bars(
      Collection<String> symbols, LocalDate from, LocalDate to, Instant asOf) {
    LocalDate known = calendar.lastClosed(asOf).date();
    Map<String, LocalDate> last = lastKnown(symbols, known);
    LocalDate until = to.isAfter(known) ? known : to;
    Map<String, Map<SeriesKind, StoredBars>> stored =
        from.isAfter(until)
            ? Map.of()
            : data.bars(EnumSet.allOf(SeriesKind.class), last.keySet(), from, until);
    Map<String, Result<BarSeries>> answers = new LinkedHashMap<>();
    for (String symbol : symbols) {
      answers.put(
          symbol,
          last.containsKey(symbol)
              ? Result.success(series(symbol, stored.getOrDefault(symbol, Map.of())))
              : none("There are no imported prices of " + symbol + " as of " + asOf + "."));
    }
    return answers;
  }

  /** The last day with a price known, of the symbols that have any. */
  private Map<String, LocalDate> lastKnown(Collection<String> symbols, LocalDate known) {
    Map<String, LocalDate> last = new LinkedHashMap<>();
    for (StoredSeries series : data.series(symbols)) {
      if (!series.firstDate().isAfter(known)) {
        LocalDate end = series.lastDate().isAfter(known) ? known : series.lastDate();
        last.merge(series.symbol(), end, (a, b) -> a.isAfter(b) ? a : b);
      }
    }
    return last;
  }

  private static BarSeries series(String symbol, Map<SeriesKind, StoredBars> stored) {
    StoredBars bars =
        StoredBars.merge(
            stored.getOrDefault(BARS, StoredBars.none()),
            StoredBars.merge(
                stored.getOrDefault(CLOSES, StoredBars.none()),
                stored.getOrDefault(SeriesKind.VIX, StoredBars.none())));
    return new BarSeries(
        symbol,
        Source.IMPORTED,
        bars.days(),
        bars.open(),
        bars.high(),
        bars.low(),
        bars.close(),
        bars.volume());
  }

  private static <T> Result<T> none(String detail) {
    return Result.failure(FailureReason.NO_DATA, detail);
  }

  @Override
  public Result<Quote> quote(String symbol, Instant asOf) {
    return Objects.requireNonNull(quotes(List.of(symbol), asOf).get(symbol));
  }

  @Override
  public Map<String, Result<Quote>> quotes(Collection<String> symbols, Instant asOf) {
    LocalDate known = calendar.lastClosed(asOf).date();
    Optional<Map<String, StoredClosing>> ready = data.closings(symbols, known);
    if (ready.isPresent()) {
      return ofClosings(symbols, ready.get(), asOf);
    }
    Map<String, LocalDate> last = lastKnown(symbols, known);
    Set<String> current = new TreeSet<>();
    last.forEach(
        (symbol, end) -> {
          if (!end.isBefore(known.minusDays(USUAL_GAP_DAYS / 2))) {
            current.add(symbol);
          }
        });
    Map<String, Map<SeriesKind, StoredBars>> recent =
        data.bars(EnumSet.allOf(SeriesKind.class), current, known.minusDays(USUAL_GAP_DAYS), known);
    Map<String, Result<Quote>> answers = new LinkedHashMap<>();
    for (String symbol : symbols) {
      LocalDate end = last.get(symbol);
      if (end == null) {
        answers.put(symbol, none("There is no imported price of " + symbol + " at " + asOf + "."));
      } else {
        BarSeries bars = series(symbol, recent.getOrDefault(symbol, Map.of()));
        answers.put(symbol, quote(bars.size() >= 2 ? bars : lastBars(symbol, end)));
      }
    }
    return answers;
  }

  /** Says what bars would say: closings are made by this class. */
  private static Map<String, Result<Quote>> ofClosings(
      Collection<String> symbols, Map<String, StoredClosing> ready, Instant asOf) {
    Map<String, Result<Quote>> answers = new LinkedHashMap<>();
    for (String symbol : symbols) {
      StoredClosing one = ready.get(symbol);
      answers.put(
          symbol,
          one == null
              ? none("There is no imported price of " + symbol + " at " + asOf + ".")
              : Result.success(
                  new Quote(
                      symbol,
                      one.last(),
                      one.last(),
                      one.last(),
                      one.previousClose(),
                      one.volume(),
                      one.at(),
                      Source.IMPORTED)));
    }
    return answers;
  }

  /** The latest closes of all symbols, to be kept ready: each as a quote at that time has it. */
  public List<StoredClosing> closings(Instant asOf) {
    List<String> symbols = List.copyOf(pricedSymbols(asOf));
    List<StoredClosing> closings = new ArrayList<>();
    for (int from = 0; from < symbols.size(); from += AT_ONCE) {
      quotes(symbols.subList(from, Math.min(symbols.size(), from + AT_ONCE)), asOf)
          .forEach(
              (symbol, quote) ->
                  quote
                      .find()
                      .ifPresent(
                          q ->
                              closings.add(
                                  new StoredClosing(
                                      symbol, q.last(), q.previousClose(), q.volume(), q.at()))));
    }
    return closings;
  }

  /** The bars of the last weeks up to that day; all of them where these are fewer than two. */
  private BarSeries lastBars(String symbol, LocalDate end) {
    Collection<SeriesKind> kinds = EnumSet.allOf(SeriesKind.class);
    List<String> one = List.of(symbol);
    BarSeries weeks =
        series(
            symbol, data.bars(kinds, one, end.minusDays(60), end).getOrDefault(symbol, Map.of()));
    return weeks.size() >= 2
        ? weeks
        : series(
            symbol,
            data.bars(kinds, one, LocalDate.of(1800, 1, 1), end).getOrDefault(symbol, Map.of()));
  }

  private Result<Quote> quote(BarSeries bars) {
    int i = bars.size() - 1;
    if (i < 0) {
      return none("There is no imported price of " + bars.symbol() + ".");
    }
    var last = Prices.decimal(bars.close()[i]);
    return Result.success(
        new Quote(
            bars.symbol(),
            last,
            last,
            last,
            Prices.decimal(bars.close()[Math.max(0, i - 1)]),
            Math.round(bars.volume()[i]),
            close(bars.date(i)),
            Source.IMPORTED));
  }

  /** The session's close; 16:00 New York time on a day that the calendar calls closed. */
  private Instant close(LocalDate date) {
    return calendar
        .findSession(date)
        .map(s -> s.close())
        .orElseGet(() -> ZonedDateTime.of(date.atTime(16, 0), TradingCalendar.ZONE).toInstant());
  }

  /** Underlyings that may have a chain at that time. */
  public Set<String> chained(Instant asOf) {
    LocalDate known = calendar.lastClosed(asOf).date();
    return data.underlyings(known.minusDays(OLDEST_CHAIN_DAYS), known);
  }

  @Override
  public Result<OptionChain> optionChain(String underlying, Instant asOf) {
    LocalDate known = calendar.lastClosed(asOf).date();
    Optional<StoredChain> chain =
        data.findChainDate(underlying, known)
            .filter(date -> !date.isBefore(known.minusDays(OLDEST_CHAIN_DAYS)))
            .flatMap(date -> data.findChain(underlying, date, TradingCalendar.date(asOf)))
            .filter(found -> !found.contracts().isEmpty());
    if (chain.isEmpty()) {
      return none("There is no imported option chain of " + underlying + " as of " + asOf + ".");
    }
    LocalDate date = chain.get().date();
    OptionalDouble spot = ImportedChain.spot(chain.get(), () -> closeOf(underlying, date));
    if (spot.isEmpty()) {
      return none("The imported option chain of " + underlying + " has no price of it.");
    }
    return Result.success(ImportedChain.toChain(chain.get(), spot.getAsDouble(), close(date)));
  }

  @Override
  public Map<ListedOption, Result<OptionPrice>> optionPrices(
      Collection<ListedOption> options, Instant asOf) {
    Map<String, Map<ListedOption, OptionPrice>> known = new HashMap<>();
    Map<ListedOption, Result<OptionPrice>> answers = new LinkedHashMap<>();
    for (ListedOption option : options) {
      OptionPrice price =
          known.computeIfAbsent(option.underlying(), u -> chainPrices(u, asOf)).get(option);
      answers.put(option, price == null ? noPrice(option) : Result.success(price));
    }
    return answers;
  }

  private Map<ListedOption, OptionPrice> chainPrices(String underlying, Instant asOf) {
    return optionChain(underlying, asOf).find().map(ImportedChain::prices).orElse(Map.of());
  }

  private static <T> Result<T> noPrice(ListedOption option) {
    return none("There is no imported price of this option on " + option.underlying() + ".");
  }

  @Override
  public Map<ListedOption, Result<OptionCloses>> optionCloses(
      Map<ListedOption, DateRange> options, Instant asOf) {
    LocalDate known = calendar.lastClosed(asOf).date();
    Map<String, Map<ListedOption, DateRange>> byUnderlying = new LinkedHashMap<>();
    options.forEach(
        (option, range) ->
            byUnderlying
                .computeIfAbsent(option.underlying(), u -> new LinkedHashMap<>())
                .put(option, range));
    Map<ListedOption, Result<OptionCloses>> answers = new LinkedHashMap<>();
    byUnderlying.forEach(
        (underlying, some) -> {
          DateRange all = some.values().stream().reduce(DateRange::and).orElseThrow();
          Set<LocalDate> expiries = new TreeSet<>();
          some.keySet().forEach(option -> expiries.add(option.expiry()));
          LocalDate until = all.last().isAfter(known) ? known : all.last();
          var days = data.contracts(underlying, expiries, all.first(), until);
          some.forEach(
              (option, range) -> {
                OptionCloses closes = ImportedChain.closes(option, range, days);
                answers.put(option, closes.size() == 0 ? noPrice(option) : Result.success(closes));
              });
        });
    return answers;
  }

  private OptionalDouble closeOf(String symbol, LocalDate date) {
    BarSeries day =
        series(
            symbol, data.bars(PRICES, List.of(symbol), date, date).getOrDefault(symbol, Map.of()));
    return day.size() == 0 ? OptionalDouble.empty() : OptionalDouble.of(day.close()[0]);
  }

  @Override
  public Result<BarSeries> vix(LocalDate from, LocalDate to, Instant asOf) {
    LocalDate known = calendar.lastClosed(asOf).date();
    boolean any =
        data.series(List.of(VIX)).stream()
            .anyMatch(s -> s.kind() == SeriesKind.VIX && !s.firstDate().isAfter(known));
    if (!any) {
      return none("There is no imported VIX as of " + asOf + ".");
    }
    LocalDate until = to.isAfter(known) ? known : to;
    return Result.success(
        series(
            VIX,
            from.isAfter(until)
                ? Map.of()
                : data.bars(VOLATILITY, List.of(VIX), from, until).getOrDefault(VIX, Map.of())));
  }

  @Override
  public OptionalDouble riskFreeRate(Instant asOf) {
    return riskFreeRates().apply(calendar.lastOpened(asOf).date());
  }

  /** The rate that counts on a day, of all days at once. */
  public Function<LocalDate, OptionalDouble> riskFreeRates() {
    var rates = data.rates();
    List<String> order =
        java.util.stream.Stream.concat(RISK_FREE.stream(), rates.keySet().stream()).toList();
    return day -> {
      for (String name : order) {
        var history = rates.get(name);
        if (history != null && history.floorEntry(day) != null) {
          return OptionalDouble.of(history.floorEntry(day).getValue());
        }
      }
      return OptionalDouble.empty();
    };
  }

  /** Those of the symbols that have prices known at that time. */
  public Set<String> priced(Collection<String> symbols, Instant asOf) {
    return lastKnown(symbols, calendar.lastClosed(asOf).date()).keySet();
  }

  @Override
  public List<CorporateAction> corporateActions(
      String symbol, LocalDate from, LocalDate to, Instant asOf) {
    LocalDate today = calendar.lastOpened(asOf).date();
    return data.corporateActions(symbol, from, to).stream()
        .filter(stored -> KnownDates.isKnown(stored, today))
        .map(
            stored ->
                new CorporateAction(
                    stored.symbol(),
                    stored.exDate(),
                    CorporateAction.Kind.valueOf(stored.kind()),
                    stored.amount().stripTrailingZeros(),
                    Source.IMPORTED))
        .toList();
  }

  @Override
  public List<Catalyst> catalysts(LocalDate from, LocalDate to, Instant asOf) {
    return new ImportedCatalysts(data).between(from, to, calendar.lastOpened(asOf).date());
  }
}
