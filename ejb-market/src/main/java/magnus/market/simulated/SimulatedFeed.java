package magnus.market.simulated;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.ObjDoubleConsumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import magnus.basics.result.FailureReason;
import magnus.basics.result.Result;
import magnus.basics.time.Session;
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
import magnus.market.feed.CalendarCatalysts;
import magnus.market.feed.MarketFeed;

/**
 * The simulated market as a feed: companies of eleven sectors, funds and a volatility index from 4
 * January 2010 on, all a pure function of the seed. Beside its own events it tells the calendar's
 * (Fed meetings, expirations). Safe for many threads; years are generated when first asked for.
 */
public final class SimulatedFeed implements MarketFeed {

  /** The seed of the market that comes with the product. */
  public static final long DEFAULT_SEED = 30;

  private final History history;
  private final Quotes quotes;
  private final KnownEvents events;
  private final OptionChains chains;
  private final CalendarCatalysts calendar = new CalendarCatalysts();

  public SimulatedFeed(long seed) {
    this(Seeds.constant(seed));
  }

  SimulatedFeed(Seeds seeds) {
    history = new History(seeds);
    quotes = new Quotes(history, seeds);
    events = new KnownEvents(history);
    chains = new OptionChains(history, quotes, seeds);
  }

  @Override
  public Source source() {
    return Source.SIMULATED;
  }

  /** The simulated companies are there from before its first day. */
  @Override
  public Optional<Instrument> findInstrument(String symbol, Instant asOf) {
    return history.findInstrument(symbol);
  }

  @Override
  public List<Instrument> instruments(Instant asOf) {
    return instruments();
  }

  /** All instruments by symbol, the same at any time. */
  public List<Instrument> instruments() {
    return history.instruments();
  }

  @Override
  public Result<BarSeries> bars(String symbol, LocalDate from, LocalDate to, Instant asOf) {
    OptionalInt instrument = history.findIndex(symbol);
    if (instrument.isEmpty()) {
      return unknown(symbol);
    }
    LocalDate known = TradingCalendar.newYork().lastClosed(asOf).date();
    return Result.success(
        DailyBars.between(
            history, instrument.getAsInt(), symbol, from, to.isAfter(known) ? known : to));
  }

  @Override
  public Result<Quote> quote(String symbol, Instant asOf) {
    OptionalInt instrument = history.findIndex(symbol);
    if (instrument.isEmpty()) {
      return unknown(symbol);
    }
    return Moment.at(history, asOf)
        .map(moment -> Result.success(quotes.at(instrument.getAsInt(), symbol, moment)))
        .orElseGet(() -> outside(asOf));
  }

  @Override
  public Result<OptionChain> optionChain(String underlying, Instant asOf) {
    return chain(underlying, asOf, expiry -> true);
  }

  @Override
  public Result<OptionChain> optionChain(String underlying, DateRange expiries, Instant asOf) {
    return chain(underlying, asOf, expiries::contains);
  }

  private Result<OptionChain> chain(
      String underlying, Instant asOf, Predicate<LocalDate> expiries) {
    OptionalInt instrument = history.findIndex(underlying);
    if (instrument.isEmpty()) {
      return unknown(underlying);
    }
    Optional<Moment> moment = Moment.at(history, asOf);
    if (moment.isEmpty()) {
      return outside(asOf);
    }
    return chains.at(instrument.getAsInt(), underlying, moment.get(), expiries);
  }

  @Override
  public Map<ListedOption, Result<OptionPrice>> optionPrices(
      Collection<ListedOption> options, Instant asOf) {
    Map<ListedOption, OptionPrice> found = new HashMap<>();
    Moment.at(history, asOf)
        .ifPresent(
            moment ->
                forEachPrice(
                    byUnderlying(options),
                    moment,
                    (option, price) ->
                        found.put(
                            option,
                            new OptionPrice(
                                option,
                                BigDecimal.valueOf(price).setScale(4, RoundingMode.HALF_EVEN),
                                moment.asOf(),
                                Source.SIMULATED))));
    return answers(options, found);
  }

  @Override
  public Map<ListedOption, Result<OptionCloses>> optionCloses(
      Map<ListedOption, DateRange> options, Instant asOf) {
    Map<ListedOption, OptionCloses.Builder> found = new HashMap<>();
    Optional<DateRange> range = options.values().stream().reduce(DateRange::and);
    LocalDate known = TradingCalendar.newYork().lastClosed(asOf).date();
    if (range.isPresent()) {
      for (Session session :
          TradingCalendar.newYork().sessions(range.get().first(), range.get().last())) {
        LocalDate day = session.date();
        Optional<Moment> close = Moment.at(history, session.close());
        if (close.isEmpty() || day.isAfter(known)) {
          continue;
        }
        List<ListedOption> alive = new ArrayList<>();
        options.forEach(
            (option, wanted) -> {
              if (wanted.contains(day) && !option.expiry().isBefore(day)) {
                alive.add(option);
              }
            });
        forEachPrice(
            byUnderlying(alive),
            close.get(),
            (option, price) ->
                found
                    .computeIfAbsent(option, OptionCloses.Builder::new)
                    .add(day, price, Source.SIMULATED));
      }
    }
    Map<ListedOption, OptionCloses> closes = new HashMap<>();
    found.forEach((option, builder) -> closes.put(option, builder.build()));
    return answers(options.keySet(), closes);
  }

  private void forEachPrice(
      Map<String, List<ListedOption>> byUnderlying,
      Moment moment,
      ObjDoubleConsumer<ListedOption> price) {
    if (byUnderlying.isEmpty()) {
      return;
    }
    List<LocalDate> listed = chains.listedOn(moment.session().date());
    byUnderlying.forEach(
        (symbol, options) ->
            history
                .findIndex(symbol)
                .ifPresent(
                    index ->
                        chains
                            .prices(index, symbol, moment, listed, options)
                            .forEach(price::accept)));
  }

  private static Map<String, List<ListedOption>> byUnderlying(Collection<ListedOption> options) {
    return options.stream().collect(Collectors.groupingBy(ListedOption::underlying));
  }

  private static <T> Map<ListedOption, Result<T>> answers(
      Collection<ListedOption> options, Map<ListedOption, T> found) {
    Map<ListedOption, Result<T>> answers = new LinkedHashMap<>();
    for (ListedOption option : options) {
      T answer = found.get(option);
      answers.put(
          option,
          answer == null
              ? Result.failure(
                  FailureReason.NO_DATA,
                  "The simulated market has no price of an option on "
                      + option.underlying()
                      + " then.")
              : Result.success(answer));
    }
    return answers;
  }

  @Override
  public Result<BarSeries> vix(LocalDate from, LocalDate to, Instant asOf) {
    return bars(VolatilityIndex.INSTRUMENT.symbol(), from, to, asOf);
  }

  @Override
  public OptionalDouble riskFreeRate(Instant asOf) {
    LocalDate known = TradingCalendar.newYork().lastClosed(asOf).date();
    return Moment.at(history, TradingCalendar.newYork().getSession(known).close())
        .map(evening -> OptionalDouble.of(evening.year().billRates()[evening.index()]))
        .orElseGet(OptionalDouble::empty);
  }

  @Override
  public List<CorporateAction> corporateActions(
      String symbol, LocalDate from, LocalDate to, Instant asOf) {
    OptionalInt instrument = history.findIndex(symbol);
    return instrument.isEmpty()
        ? List.of()
        : events.actions(instrument.getAsInt(), symbol, from, to, asOf);
  }

  @Override
  public List<Catalyst> catalysts(LocalDate from, LocalDate to, Instant asOf) {
    List<Catalyst> all = new ArrayList<>(events.catalysts(from, to, asOf));
    all.addAll(calendar.between(from, to, asOf));
    all.sort(Comparator.comparing(Catalyst::date).thenComparing(Catalyst::at));
    return all;
  }

  private static <T> Result<T> unknown(String symbol) {
    return Result.failure(
        FailureReason.NO_DATA, "the simulated market has no instrument " + symbol);
  }

  private static <T> Result<T> outside(Instant asOf) {
    return Result.failure(
        FailureReason.NO_DATA,
        "the simulated market runs from "
            + History.START
            + " to the end of "
            + History.LAST_YEAR
            + ", not at "
            + asOf);
  }
}
