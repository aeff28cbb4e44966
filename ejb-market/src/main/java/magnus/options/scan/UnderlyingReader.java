package magnus.options.scan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import magnus.basics.result.Result;
import magnus.basics.time.TradingCalendar;
import magnus.market.BarSeries;
import magnus.market.Catalyst;
import magnus.market.CorporateAction;
import magnus.market.Instrument;
import magnus.market.MarketData;

/**
 * What a scan wants to know of underlyings beside their chains, in a few calls of the market: the
 * rate, the realised volatility of the last {@value #RETURNS} sessions (zero mean, 252 a year, over
 * splits that are known), the next earnings report and ex-dividend day.
 */
public final class UnderlyingReader {

  private static final int RETURNS = 60;
  private static final int LEAST_RETURNS = 20;
  private static final int LOOK_BEHIND_DAYS = 95;
  private static final int LOOK_AHEAD_DAYS = 200;
  private static final double SESSIONS_A_YEAR = 252;
  private static final double SPLIT_LIKE = 0.3;

  private final MarketData market;

  public UnderlyingReader(MarketData market) {
    this.market = market;
  }

  /**
   * @param held shares by symbol; none for what is not there
   */
  public List<Underlying> read(
      Collection<Instrument> instruments, Map<String, Double> held, Instant asOf) {
    return reading(held, asOf).apply(instruments);
  }

  /** The same a few at a time, on any thread: what is asked once for all is asked here. */
  public Function<Collection<Instrument>, List<Underlying>> reading(
      Map<String, Double> held, Instant asOf) {
    LocalDate today = TradingCalendar.date(asOf);
    double rate = Math.log1p(market.riskFreeRate(asOf));
    Map<String, LocalDate> earnings = new HashMap<>();
    Map<String, LocalDate> exDividends = new HashMap<>();
    for (Catalyst c : market.catalysts(today, today.plusDays(LOOK_AHEAD_DAYS), asOf)) {
      String symbol = c.symbol();
      if (symbol != null && c.at().isAfter(asOf)) {
        if (c.kind() == Catalyst.Kind.EARNINGS) {
          earnings.putIfAbsent(symbol, c.date());
        } else if (c.kind() == Catalyst.Kind.EX_DIVIDEND) {
          exDividends.putIfAbsent(symbol, c.date());
        }
      }
    }
    return instruments -> read(instruments, held, asOf, rate, earnings, exDividends);
  }

  private List<Underlying> read(
      Collection<Instrument> instruments,
      Map<String, Double> held,
      Instant asOf,
      double rate,
      Map<String, LocalDate> earnings,
      Map<String, LocalDate> exDividends) {
    LocalDate today = TradingCalendar.date(asOf);
    List<String> symbols = instruments.stream().map(Instrument::symbol).toList();
    Map<String, Result<BarSeries>> bars =
        market.bars(symbols, today.minusDays(LOOK_BEHIND_DAYS), today, asOf);
    List<Underlying> read = new ArrayList<>();
    for (Instrument i : instruments) {
      Result<BarSeries> series = bars.get(i.symbol());
      read.add(
          new Underlying(
              i.symbol(),
              i.sector(),
              asOf,
              rate,
              series == null
                  ? Double.NaN
                  : series.find().map(s -> realised(s, asOf)).orElse(Double.NaN),
              earnings.get(i.symbol()),
              exDividends.get(i.symbol()),
              held.getOrDefault(i.symbol(), 0.0)));
    }
    return read;
  }

  private double realised(BarSeries bars, Instant asOf) {
    int last = bars.size() - 1;
    double squares = 0;
    int count = 0;
    List<CorporateAction> splits = null;
    for (int i = last; i > 0 && count < RETURNS; i--, count++) {
      double log = Math.log(bars.close()[i] / bars.close()[i - 1]);
      if (Math.abs(log) > SPLIT_LIKE) {
        // only a day like this is worth asking whether the shares were split
        if (splits == null) {
          splits = market.corporateActions(bars.symbol(), bars.date(0), bars.date(last), asOf);
        }
        for (CorporateAction action : splits) {
          if (action.kind() == CorporateAction.Kind.SPLIT
              && action.exDate().isAfter(bars.date(i - 1))
              && !action.exDate().isAfter(bars.date(i))) {
            log += Math.log(action.amount().doubleValue());
          }
        }
      }
      squares += log * log;
    }
    return count < LEAST_RETURNS ? Double.NaN : Math.sqrt(SESSIONS_A_YEAR * squares / count);
  }
}
