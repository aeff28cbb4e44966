package magnus.market.feed;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import magnus.basics.result.FailureReason;
import magnus.basics.result.Result;
import magnus.basics.time.Session;
import magnus.basics.time.TradingCalendar;
import magnus.market.BarSeries;
import magnus.market.CorporateAction;
import magnus.market.DateRange;
import magnus.market.ListedOption;
import magnus.market.OptionChain.Right;
import magnus.market.OptionCloses;
import magnus.market.OptionPrice;
import magnus.market.Source;
import magnus.options.pricing.BlackScholes;
import org.jspecify.annotations.Nullable;

/**
 * Values of options on imported underlyings: the imported price of the day where there is one, else
 * Black–Scholes at the day's close of the underlying, never below what exercise pays, labelled
 * {@link Source#MODEL}. The volatility is what the option's last imported price of the {@value
 * #QUOTED_DAYS} days before implied, else that of the underlying's daily returns over the last
 * {@value #RETURNS} sessions (zero mean, 252 sessions a year): known at that close, both.
 */
final class ModelOptions {

  private static final int RETURNS = 60;
  private static final int LEAST_RETURNS = 20;
  private static final int QUOTED_DAYS = 10;
  private static final int STALE_DAYS = 10;
  private static final int LOOK_BEHIND_DAYS = 120;
  private static final double YEAR_SECONDS = 365.0 * 24 * 3600;
  private static final double SESSIONS_A_YEAR = 252;

  private final Map<String, BarSeries> bars;
  private final Map<String, List<CorporateAction>> splits;
  private final Map<ListedOption, Result<OptionCloses>> quoted;
  private final ToDoubleFunction<LocalDate> rates;
  private final TradingCalendar calendar = TradingCalendar.newYork();

  /**
   * @param bars of the underlyings over {@link #needed(DateRange)}
   * @param splits of the same
   * @param quoted imported prices over the same
   * @param rates risk-free, by day
   */
  ModelOptions(
      Map<String, BarSeries> bars,
      Map<String, List<CorporateAction>> splits,
      Map<ListedOption, Result<OptionCloses>> quoted,
      ToDoubleFunction<LocalDate> rates) {
    this.bars = bars;
    this.splits = splits;
    this.quoted = quoted;
    this.rates = rates;
  }

  /** The days of which the model needs to know for values on those. */
  static DateRange needed(DateRange range) {
    return new DateRange(range.first().minusDays(LOOK_BEHIND_DAYS), range.last());
  }

  /** At every close in the range that is known at the as-of. */
  Result<OptionCloses> closes(ListedOption option, DateRange range, Instant asOf) {
    OptionCloses.Builder closes = new OptionCloses.Builder(option);
    OptionCloses known = quotes(option);
    int size = 0;
    LocalDate last = option.expiry().isBefore(range.last()) ? option.expiry() : range.last();
    for (Session session : calendar.sessions(range.first(), last)) {
      if (session.close().isAfter(asOf)) {
        break;
      }
      int at = known == null ? -1 : known.indexOf(session.date());
      if (known != null && at >= 0) {
        closes.add(session.date(), known.prices()[at], known.sources()[at]);
        size++;
      } else {
        OptionalDouble value = value(option, session.date(), session.close());
        if (value.isPresent()) {
          closes.add(session.date(), value.getAsDouble(), Source.MODEL);
          size++;
        }
      }
    }
    return size == 0
        ? Result.failure(
            FailureReason.NO_DATA,
            "There is neither a price nor a volatility for an option on "
                + option.underlying()
                + ".")
        : Result.success(closes.build());
  }

  /** At an instant, from the last close known then. */
  Optional<OptionPrice> price(ListedOption option, Instant asOf) {
    LocalDate known = calendar.lastClosed(asOf).date();
    OptionalDouble value = value(option, known, asOf);
    return value.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new OptionPrice(
                option,
                BigDecimal.valueOf(value.getAsDouble()).setScale(4, RoundingMode.HALF_EVEN),
                calendar.getSession(known).close(),
                Source.MODEL));
  }

  private @Nullable OptionCloses quotes(ListedOption option) {
    Result<OptionCloses> result = quoted.get(option);
    return result == null ? null : result.find().orElse(null);
  }

  /**
   * @param day whose close of the underlying counts
   * @param at from which the time to expiry counts
   */
  private OptionalDouble value(ListedOption option, LocalDate day, Instant at) {
    BarSeries series = bars.get(option.underlying());
    int index = series == null ? -1 : series.indexOnOrBefore(day);
    if (series == null
        || index < 0
        || series.date(index).isBefore(day.minusDays(STALE_DAYS))
        || option.expiry().isBefore(TradingCalendar.date(at))) {
      return OptionalDouble.empty();
    }
    double spot = series.close()[index];
    double strike = option.strike().doubleValue();
    double exercised = Math.max(0, option.right() == Right.CALL ? spot - strike : strike - spot);
    double years = years(at, option.expiry());
    if (!(years > 0)) {
      return OptionalDouble.of(exercised);
    }
    double rate = Math.log1p(rates.applyAsDouble(day));
    OptionalDouble implied = implied(option, series, day);
    OptionalDouble volatility = implied.isPresent() ? implied : realised(series, index);
    return volatility.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(
            Math.max(
                exercised,
                BlackScholes.value(
                    option.right(), spot, strike, years, rate, volatility.getAsDouble())));
  }

  private double years(Instant at, LocalDate expiry) {
    Instant end = calendar.sessionOnOrBefore(expiry).close();
    return Duration.between(at, end).toSeconds() / YEAR_SECONDS;
  }

  private OptionalDouble implied(ListedOption option, BarSeries series, LocalDate day) {
    OptionCloses known = quotes(option);
    if (known == null) {
      return OptionalDouble.empty();
    }
    int found = Arrays.binarySearch(known.days(), (int) day.toEpochDay());
    int at = found >= 0 ? found : -found - 2;
    if (at < 0 || known.date(at).isBefore(day.minusDays(QUOTED_DAYS))) {
      return OptionalDouble.empty();
    }
    LocalDate then = known.date(at);
    int bar = series.indexOnOrBefore(then);
    if (bar < 0 || !series.date(bar).equals(then)) {
      return OptionalDouble.empty();
    }
    return BlackScholes.impliedVolatility(
        option.right(),
        known.prices()[at],
        series.close()[bar],
        option.strike().doubleValue(),
        years(calendar.sessionOnOrBefore(then).close(), option.expiry()),
        Math.log1p(rates.applyAsDouble(then)));
  }

  private OptionalDouble realised(BarSeries series, int last) {
    double squares = 0;
    int count = 0;
    for (int i = last; i > 0 && count < RETURNS; i--, count++) {
      double change = series.close()[i] * split(series, i) / series.close()[i - 1];
      double log = Math.log(change);
      squares += log * log;
    }
    return count < LEAST_RETURNS
        ? OptionalDouble.empty()
        : OptionalDouble.of(Math.sqrt(SESSIONS_A_YEAR * squares / count));
  }

  /** New shares per old between the bar before and this one. */
  private double split(BarSeries series, int i) {
    double ratio = 1;
    for (CorporateAction action : splits.getOrDefault(series.symbol(), List.of())) {
      if (!action.exDate().isAfter(series.date(i)) && action.exDate().isAfter(series.date(i - 1))) {
        ratio *= action.amount().doubleValue();
      }
    }
    return ratio;
  }
}
