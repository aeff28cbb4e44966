package magnus.market;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import magnus.basics.result.Result;

/**
 * The one port through which everything reads the market. Each read takes its as-of explicitly:
 * nothing that was not known at that instant influences an answer. A day's bar is known from its
 * session's close on. An imported series of a symbol takes the place of its simulated one.
 */
public interface MarketData {

  /**
   * The instrument, if there was anything to know of it at {@code asOf}: an imported one has a
   * price from then or before; one without any imported price is timeless.
   */
  Optional<Instrument> findInstrument(String symbol, Instant asOf);

  /**
   * Instruments known at {@code asOf} whose symbol or name contains the text (ignoring case), by
   * symbol; all of them for an empty text.
   */
  List<Instrument> searchInstruments(String text, int limit, Instant asOf);

  /**
   * Bars known at {@code asOf} with {@code from ≤ date ≤ to}; fails with NO_DATA for an unknown
   * symbol.
   */
  Result<BarSeries> bars(String symbol, LocalDate from, LocalDate to, Instant asOf);

  /** The same for many symbols, each with its own result. */
  Map<String, Result<BarSeries>> bars(
      Collection<String> symbols, LocalDate from, LocalDate to, Instant asOf);

  Result<Quote> quote(String symbol, Instant asOf);

  Map<String, Result<Quote>> quotes(Collection<String> symbols, Instant asOf);

  /** The option chain of an underlying with quotes as of that time; expiries in ascending order. */
  Result<OptionChain> optionChain(String underlying, Instant asOf);

  /**
   * Reads the chains of many underlyings, each when it is asked for, on any thread; what can be
   * asked of all at once is asked here. A chain may lack contracts that expire outside the range.
   */
  default Function<String, Result<OptionChain>> optionChains(
      Collection<String> underlyings, DateRange expiries, Instant asOf) {
    return underlying -> optionChain(underlying, asOf);
  }

  /**
   * What options are worth at {@code asOf}, without their whole chains; fails with NO_DATA for one
   * that has no price. Where an imported underlying has no imported chain, a model value labelled
   * {@link Source#MODEL}.
   */
  Map<ListedOption, Result<OptionPrice>> optionPrices(
      Collection<ListedOption> options, Instant asOf);

  /**
   * What options were worth at the close of the sessions in a range of days for each, as far as
   * these are known at {@code asOf} and not after the expiry; at the expiry's own close what
   * exercise pays. Each close is what was known at it. Fails with NO_DATA for an option without any
   * price.
   */
  Map<ListedOption, Result<OptionCloses>> optionCloses(
      Map<ListedOption, DateRange> options, Instant asOf);

  /** Daily bars of VIX (or of the simulated index's VIX-like figure), in volatility points. */
  Result<BarSeries> vix(LocalDate from, LocalDate to, Instant asOf);

  /** The broad market for betas: SPY. */
  String benchmark();

  /** The risk-free annual rate known at that time, as a fraction (0.0425). */
  double riskFreeRate(Instant asOf);

  /**
   * Splits and cash dividends of a symbol with ex-dates in the range that are known at that time,
   * in ascending order.
   */
  List<CorporateAction> corporateActions(String symbol, LocalDate from, LocalDate to, Instant asOf);

  /**
   * Catalysts with dates in the range that are announced at that time, in ascending order:
   * earnings, Fed meetings, expirations, FDA dates, ex-dividends.
   */
  List<Catalyst> catalysts(LocalDate from, LocalDate to, Instant asOf);
}
