package magnus.market.feed;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import magnus.basics.result.Result;
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

/**
 * One source of market data: the methods of {@link magnus.market.MarketData}, answered from this
 * source alone, each labelled with it. The boundary asks the imported feed first and the simulated
 * one where the imported has nothing.
 *
 * <p>Every read takes its as-of; nothing that was not known at that instant may influence an
 * answer: a day's bar is known from its session's close on, a corporate action or catalyst from its
 * announcement on (a source that does not know the announcement uses the ex-date for actions).
 * Implementations are safe to call from many threads.
 */
public interface MarketFeed {

  /** The label on everything that this feed answers. */
  Source source();

  /** The instrument, if it was known at that time. */
  Optional<Instrument> findInstrument(String symbol, Instant asOf);

  /** All instruments of this feed that were known at that time, by symbol, ascending. */
  List<Instrument> instruments(Instant asOf);

  /**
   * Bars known at {@code asOf} with {@code from ≤ date ≤ to}, possibly none; fails with NO_DATA for
   * a symbol that this feed does not have.
   */
  Result<BarSeries> bars(String symbol, LocalDate from, LocalDate to, Instant asOf);

  /** The same for many symbols, each with its own result, in the order asked. */
  default Map<String, Result<BarSeries>> bars(
      Collection<String> symbols, LocalDate from, LocalDate to, Instant asOf) {
    Map<String, Result<BarSeries>> answers = new LinkedHashMap<>();
    for (String symbol : symbols) {
      answers.computeIfAbsent(symbol, s -> bars(s, from, to, asOf));
    }
    return answers;
  }

  /**
   * The latest price known at {@code asOf}; NO_DATA for an unknown symbol or before its history.
   */
  Result<Quote> quote(String symbol, Instant asOf);

  /** The same for many symbols, each with its own result, in the order asked. */
  default Map<String, Result<Quote>> quotes(Collection<String> symbols, Instant asOf) {
    Map<String, Result<Quote>> answers = new LinkedHashMap<>();
    for (String symbol : symbols) {
      answers.computeIfAbsent(symbol, s -> quote(s, asOf));
    }
    return answers;
  }

  /** The option chain with quotes as of that time; NO_DATA where this feed has none. */
  Result<OptionChain> optionChain(String underlying, Instant asOf);

  /** The same; contracts that expire outside the range may be left out. */
  default Result<OptionChain> optionChain(String underlying, DateRange expiries, Instant asOf) {
    return optionChain(underlying, asOf);
  }

  /**
   * What options are worth at {@code asOf}, without their whole chains; fails with NO_DATA for one
   * that has no price.
   */
  Map<ListedOption, Result<OptionPrice>> optionPrices(
      Collection<ListedOption> options, Instant asOf);

  /**
   * What options were worth at the close of the sessions in a range of days for each, as far as
   * these are known at {@code asOf} and not after the expiry; at the expiry's own close what
   * exercise pays. Each close is what was known at it: a later {@code asOf} adds days and changes
   * none. Fails with NO_DATA for an option without any price.
   */
  Map<ListedOption, Result<OptionCloses>> optionCloses(
      Map<ListedOption, DateRange> options, Instant asOf);

  /** Daily bars of the volatility index in points; NO_DATA where this feed has none at all. */
  Result<BarSeries> vix(LocalDate from, LocalDate to, Instant asOf);

  /** The risk-free annual rate known at that time, as a fraction; empty where unknown. */
  OptionalDouble riskFreeRate(Instant asOf);

  /**
   * Splits and cash dividends with ex-dates in the range that are known at that time, ascending.
   */
  List<CorporateAction> corporateActions(String symbol, LocalDate from, LocalDate to, Instant asOf);

  /** Catalysts of this feed with dates in the range that are announced at that time, ascending. */
  List<Catalyst> catalysts(LocalDate from, LocalDate to, Instant asOf);
}
