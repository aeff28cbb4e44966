package magnus.backtests;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import magnus.backtests.strategy.PastPrices;
import magnus.basics.problem.Refusal;
import magnus.basics.time.TradingCalendar;
import magnus.market.BarSeries;
import magnus.market.MarketData;
import magnus.market.Source;
import magnus.signals.indicator.AdjustedBars;

/**
 * Reads what a backtest needs: prices on common days, what cash paid, what the option market paid
 * for volatility.
 *
 * @param sources of the symbols in their order
 */
record PriceReading(PastPrices prices, List<Source> sources) {

  private static final int YEARS = 10;

  static PriceReading of(MarketData market, BacktestWish wish, Instant asOf) {
    LocalDate today = TradingCalendar.date(asOf);
    LocalDate to = wish.to() == null || wish.to().isAfter(today) ? today : wish.to();
    LocalDate from = wish.from() == null ? to.minusYears(YEARS) : wish.from();
    if (!from.isBefore(to)) {
      throw Refusal.malformed("from", from, "a day before " + to);
    }
    List<AdjustedBars> all = new ArrayList<>();
    TreeSet<Integer> common = new TreeSet<>();
    for (String symbol : wish.symbols()) {
      BarSeries bars =
          market
              .bars(symbol, from, to, asOf)
              .find()
              .filter(b -> b.size() > 0)
              .orElseThrow(() -> Refusal.unknown("symbol", symbol));
      AdjustedBars adjusted =
          AdjustedBars.of(bars, market.corporateActions(symbol, from, to, asOf));
      TreeSet<Integer> own = new TreeSet<>();
      for (int day : adjusted.days()) {
        own.add(day);
      }
      if (all.isEmpty()) {
        common.addAll(own);
      } else {
        common.retainAll(own);
      }
      all.add(adjusted);
    }
    int[] days = common.stream().mapToInt(d -> d).toArray();
    double[][][] columns = new double[3][all.size()][days.length];
    for (int s = 0; s < all.size(); s++) {
      fill(all.get(s), days, s, columns);
    }
    return new PriceReading(
        new PastPrices(
            wish.symbols(),
            days,
            columns[0],
            columns[1],
            columns[2],
            cash(market, days),
            implied(market, wish, days, asOf)),
        all.stream().map(AdjustedBars::source).toList());
  }

  private static void fill(AdjustedBars bars, int[] days, int s, double[][][] columns) {
    int at = 0;
    for (int i = 0; i < days.length; i++) {
      while (bars.days()[at] < days[i]) {
        at++;
      }
      columns[0][s][i] = bars.close()[at];
      columns[1][s][i] = bars.high()[at];
      columns[2][s][i] = bars.low()[at];
    }
  }

  /** The rate known at each day; asked for once a quarter, since it rarely changes. */
  private static double[] cash(MarketData market, int[] days) {
    double[] cash = new double[days.length];
    TradingCalendar calendar = TradingCalendar.newYork();
    for (int i = 0; i < days.length; i++) {
      cash[i] =
          i % 63 == 0
              ? market.riskFreeRate(
                  calendar.sessionOnOrBefore(LocalDate.ofEpochDay(days[i])).close())
              : cash[i - 1];
    }
    return cash;
  }

  /** VIX where options on the benchmark are sold. */
  private static double[] implied(MarketData market, BacktestWish wish, int[] days, Instant asOf) {
    double[] implied = new double[days.length];
    if (days.length > 0
        && wish.kind().isOptions()
        && wish.symbols().get(0).equals(market.benchmark())) {
      Map<Integer, Double> known = new HashMap<>();
      market
          .vix(LocalDate.ofEpochDay(days[0]), LocalDate.ofEpochDay(days[days.length - 1]), asOf)
          .find()
          .ifPresent(
              vix -> {
                for (int i = 0; i < vix.size(); i++) {
                  known.put(vix.days()[i], vix.close()[i] / 100);
                }
              });
      for (int i = 0; i < days.length; i++) {
        implied[i] = known.getOrDefault(days[i], 0.0);
      }
    }
    return implied;
  }
}
