package magnus.options.surface;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import magnus.basics.result.Result;
import magnus.basics.time.Session;
import magnus.basics.time.TradingCalendar;
import magnus.market.BarSeries;
import magnus.market.ListedOption;
import magnus.market.MarketData;
import magnus.market.OptionChain.Right;
import magnus.market.OptionPrice;
import magnus.market.Source;
import magnus.options.volatility.EuropeanVolatility;

/**
 * What thirty days at the money implied at the weekly closes of the last year: the mean of call and
 * put at the same strike, in which a wrong forward cancels. Model values do not count: they imply
 * nothing but themselves.
 */
public final class VolatilityHistory {

  private static final int WEEKS = 52;
  private static final int DAYS = 30;
  private static final double YEAR_SECONDS = 365.0 * 24 * 3600;

  private final MarketData market;

  public VolatilityHistory(MarketData market) {
    this.market = market;
  }

  /** Those that are known, the oldest first. */
  public double[] weekly(String symbol, Instant asOf) {
    LocalDate today = TradingCalendar.date(asOf);
    BarSeries bars =
        market
            .bars(symbol, today.minusWeeks(WEEKS + 1), today, asOf)
            .find()
            .orElse(BarSeries.empty(symbol, Source.SIMULATED));
    double[] found = new double[WEEKS];
    int count = 0;
    for (int week = WEEKS; week >= 1; week--) {
      int bar = bars.indexOnOrBefore(today.minusWeeks(week));
      if (bar >= 0) {
        OptionalDouble v = at(symbol, bars.date(bar), bars.close()[bar]);
        if (v.isPresent()) {
          found[count++] = v.getAsDouble();
        }
      }
    }
    return Arrays.copyOf(found, count);
  }

  private OptionalDouble at(String symbol, LocalDate day, double close) {
    Session session = TradingCalendar.newYork().sessionOnOrBefore(day);
    Instant then = session.close();
    LocalDate expiry = TradingCalendar.newYork().sessionOnOrBefore(day.plusDays(DAYS)).date();
    double years =
        Duration.between(then, TradingCalendar.newYork().getSession(expiry).close()).toSeconds()
            / YEAR_SECONDS;
    BigDecimal strike = BigDecimal.valueOf(close).setScale(2, RoundingMode.HALF_EVEN);
    if (strike.signum() <= 0) {
      return OptionalDouble.empty();
    }
    double rate = Math.log1p(market.riskFreeRate(then));
    ListedOption call = new ListedOption(symbol, expiry, strike, Right.CALL);
    ListedOption put = new ListedOption(symbol, expiry, strike, Right.PUT);
    Map<ListedOption, Result<OptionPrice>> prices = market.optionPrices(List.of(call, put), then);
    double sum = 0;
    for (ListedOption option : List.of(call, put)) {
      OptionalDouble v =
          Objects.requireNonNull(prices.get(option))
              .find()
              .filter(p -> p.source() != Source.MODEL)
              .map(
                  p ->
                      EuropeanVolatility.of(
                          option.right(),
                          p.price().doubleValue(),
                          close,
                          strike.doubleValue(),
                          years,
                          rate,
                          0))
              .orElse(OptionalDouble.empty());
      if (v.isEmpty()) {
        return v;
      }
      sum += v.getAsDouble() / 2;
    }
    return OptionalDouble.of(sum);
  }
}
