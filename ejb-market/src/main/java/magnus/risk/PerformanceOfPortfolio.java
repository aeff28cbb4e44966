package magnus.risk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import magnus.basics.result.FailureReason;
import magnus.basics.result.Result;
import magnus.market.MarketData;
import magnus.portfolio.DailyValues;
import magnus.portfolio.DailyValues.DailyValue;
import magnus.portfolio.Holding;
import magnus.portfolio.Holdings;
import magnus.portfolio.Performance;
import magnus.risk.scenario.ReturnIndex;
import org.jspecify.annotations.Nullable;

/** Computes {@link PerformanceReport} from what the portfolio's own ledger says. */
final class PerformanceOfPortfolio {

  private final Holdings holdings;
  private final Performance performance;
  private final DailyValues values;
  private final Gap.Collector gaps = new Gap.Collector();

  private PerformanceOfPortfolio(Holdings holdings, Performance performance, DailyValues values) {
    this.holdings = holdings;
    this.performance = performance;
    this.values = values;
  }

  /**
   * @param values over the performance's own period
   */
  static PerformanceReport compute(
      Holdings holdings, Performance performance, DailyValues values, MarketData market) {
    return new PerformanceOfPortfolio(holdings, performance, values).compute(market);
  }

  private PerformanceReport compute(MarketData market) {
    holdings.missing().forEach(m -> gaps.symbol(m.symbol(), m.reason()));
    performance.missing().forEach(m -> gaps.symbol(m.symbol(), m.reason()));
    values.missing().forEach(m -> gaps.symbol(m.symbol(), m.reason()));
    String symbol = market.benchmark();
    LocalDate from = performance.from();
    LocalDate to = performance.to();
    ReturnIndex benchmark =
        gaps.take(
            "benchmark",
            market
                .bars(symbol, from.minusDays(7), to, holdings.asOf())
                .map(
                    bars ->
                        ReturnIndex.of(
                            bars,
                            market.corporateActions(
                                symbol, from.minusDays(7), to, holdings.asOf()))));
    return new PerformanceReport(
        holdings.asOf(),
        holdings.currency(),
        from,
        to,
        gaps.take("timeWeighted", performance.timeWeighted()),
        gaps.take("timeWeightedAnnual", performance.timeWeightedAnnual()),
        gaps.take("moneyWeighted", performance.moneyWeighted()),
        holdings.unrealised(),
        holdings.realised(),
        performance.dividends(),
        gain(Comparator.reverseOrder()),
        gain(Comparator.naturalOrder()),
        benchmarkReturn(symbol, benchmark),
        series(benchmark),
        gaps.all());
  }

  private PerformanceReport.@Nullable HoldingGain gain(Comparator<Double> order) {
    return holdings.items().stream()
        .flatMap(h -> gain(h).stream())
        .min(
            Comparator.comparing(PerformanceReport.HoldingGain::unrealisedPercent, order)
                .thenComparing(PerformanceReport.HoldingGain::symbol))
        .orElse(null);
  }

  private static Optional<PerformanceReport.HoldingGain> gain(Holding h) {
    return h.unrealised() == null || h.unrealisedPercent() == null
        ? Optional.empty()
        : Optional.of(
            new PerformanceReport.HoldingGain(h.symbol(), h.unrealised(), h.unrealisedPercent()));
  }

  private PerformanceReport.@Nullable BenchmarkReturn benchmarkReturn(
      String symbol, @Nullable ReturnIndex benchmark) {
    if (benchmark == null) {
      return null;
    }
    Double growth = gaps.take("benchmark", benchmark.growth(performance.from(), performance.to()));
    return growth == null ? null : new PerformanceReport.BenchmarkReturn(symbol, growth - 1);
  }

  /**
   * Growth chained day by day: inflows count from the start of their day, outflows from its end.
   */
  private List<PerformanceReport.Point> series(@Nullable ReturnIndex benchmark) {
    List<DailyValue> days = values.days();
    List<PerformanceReport.Point> all = new ArrayList<>();
    double growth = 1;
    for (int i = 0; i < days.size(); i++) {
      DailyValue day = days.get(i);
      if (i > 0) {
        double start = days.get(i - 1).value().add(day.paidIn()).doubleValue();
        if (!(start > 0)) {
          if (day.value().signum() == 0 && day.takenOut().signum() == 0) {
            continue; // nothing was there that day
          }
          gaps.take(
              "series",
              Result.failure(
                  FailureReason.NOT_COMPUTABLE,
                  "Returns are not defined: on "
                      + day.date()
                      + " the portfolio began with "
                      + start
                      + "."));
          return List.of();
        }
        growth *= day.value().add(day.takenOut()).doubleValue() / start;
      }
      Double market =
          benchmark == null
              ? null
              : benchmark.growth(days.get(0).date(), day.date()).find().orElse(null);
      all.add(new PerformanceReport.Point(day.date(), growth, market));
    }
    return thinned(all);
  }

  private static List<PerformanceReport.Point> thinned(List<PerformanceReport.Point> all) {
    int most = PerformanceReport.MOST_POINTS;
    if (all.size() <= most) {
      return List.copyOf(all);
    }
    List<PerformanceReport.Point> kept = new ArrayList<>();
    for (int k = 0; k < most; k++) {
      kept.add(all.get((int) ((long) k * (all.size() - 1) / (most - 1))));
    }
    return List.copyOf(kept);
  }
}
