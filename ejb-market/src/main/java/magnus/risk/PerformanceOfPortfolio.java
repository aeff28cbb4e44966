package magnus.risk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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

  /** Days before the first session among which the benchmark's close then lies. */
  private static final int LOOK_BEHIND = 7;

  private final Holdings holdings;
  private final Performance performance;
  private final LocalDate base;
  private final DailyValues values;
  private final NotComputed.Collector gaps = new NotComputed.Collector();

  private PerformanceOfPortfolio(
      Holdings holdings, Performance performance, LocalDate base, DailyValues values) {
    this.holdings = holdings;
    this.performance = performance;
    this.base = base;
    this.values = values;
  }

  /**
   * @param base the session before the performance's first day
   * @param values from {@code base} to the performance's last day
   */
  static PerformanceReport compute(
      Holdings holdings,
      Performance performance,
      LocalDate base,
      DailyValues values,
      MarketData market) {
    return new PerformanceOfPortfolio(holdings, performance, base, values).compute(market);
  }

  private PerformanceReport compute(MarketData market) {
    holdings.missing().forEach(m -> gaps.symbol(m.symbol(), m.reason()));
    performance.missing().forEach(m -> gaps.symbol(m.symbol(), m.reason()));
    values.notices().forEach(m -> gaps.symbol(m.symbol(), m.reason()));
    String symbol = market.benchmark();
    LocalDate from = base.minusDays(LOOK_BEHIND);
    LocalDate to = performance.to();
    ReturnIndex benchmark =
        gaps.take(
            "benchmark",
            market
                .bars(symbol, from, to, holdings.asOf())
                .map(
                    bars ->
                        ReturnIndex.of(
                            bars, market.corporateActions(symbol, from, to, holdings.asOf()))));
    return new PerformanceReport(
        holdings.asOf(),
        holdings.currency(),
        performance.from(),
        performance.to(),
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
        gaps.symbols(),
        gaps.figures());
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
    Double growth = gaps.take("benchmark", benchmark.growth(base, performance.to()));
    return growth == null ? null : new PerformanceReport.BenchmarkReturn(symbol, growth - 1);
  }

  /**
   * Growth chained day by day as in {@link magnus.portfolio.returns.TimeWeightedReturn}, from the
   * close before the first day on: its last point is the time-weighted return.
   */
  private List<PerformanceReport.Point> series(@Nullable ReturnIndex benchmark) {
    List<PerformanceReport.Point> all = new ArrayList<>();
    if (!performance.timeWeighted().isSuccess()) {
      return all;
    }
    double growth = 1;
    double before = 0;
    all.add(point(base, growth, benchmark));
    for (DailyValue day : values.days()) {
      if (day.date().isAfter(base)) {
        double start = before + day.paidIn().doubleValue();
        double end = day.value().doubleValue() + day.takenOut().doubleValue();
        growth *= start > 0 ? end / start : 1;
        all.add(point(day.date(), growth, benchmark));
      }
      before = day.value().doubleValue();
    }
    return thinned(all);
  }

  private PerformanceReport.Point point(
      LocalDate date, double growth, @Nullable ReturnIndex benchmark) {
    Double market = benchmark == null ? null : benchmark.growth(base, date).find().orElse(null);
    return new PerformanceReport.Point(date, growth, market);
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
