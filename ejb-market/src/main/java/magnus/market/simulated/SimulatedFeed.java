package magnus.market.simulated;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import magnus.basics.result.FailureReason;
import magnus.basics.result.Result;
import magnus.basics.time.TradingCalendar;
import magnus.market.BarSeries;
import magnus.market.Catalyst;
import magnus.market.CorporateAction;
import magnus.market.Instrument;
import magnus.market.OptionChain;
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

  @Override
  public Optional<Instrument> findInstrument(String symbol) {
    return history.instruments().stream().filter(i -> i.symbol().equals(symbol)).findFirst();
  }

  @Override
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
    OptionalInt instrument = history.findIndex(underlying);
    if (instrument.isEmpty()) {
      return unknown(underlying);
    }
    Optional<Moment> moment = Moment.at(history, asOf);
    if (moment.isEmpty()) {
      return outside(asOf);
    }
    return chains.at(instrument.getAsInt(), underlying, moment.get());
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
