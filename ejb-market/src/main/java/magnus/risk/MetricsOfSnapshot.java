package magnus.risk;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import magnus.basics.result.Result;
import magnus.risk.metrics.CompensatedSum;
import magnus.risk.metrics.Concentration;
import magnus.risk.metrics.DailyReturns;
import magnus.risk.metrics.Drawdown;
import magnus.risk.metrics.MarketBeta;
import magnus.risk.metrics.RewardToRisk;
import magnus.risk.metrics.Volatility;
import magnus.risk.var.Confidence;
import magnus.risk.var.PastReturns;
import magnus.risk.var.TailLoss;
import magnus.risk.var.VarMethod;
import org.jspecify.annotations.Nullable;

/** Computes {@link RiskMetrics}, figure by figure, so that one that fails leaves the others. */
final class MetricsOfSnapshot {

  private final RiskSnapshot snapshot;
  private final Result<DailyReturns> returns;
  private final NotComputed.Collector gaps = new NotComputed.Collector();

  private MetricsOfSnapshot(RiskSnapshot snapshot) {
    this.snapshot = snapshot;
    this.returns = snapshot.simulation().returns();
    snapshot.gaps().forEach(gaps::symbol);
  }

  static RiskMetrics compute(RiskSnapshot snapshot) {
    return new MetricsOfSnapshot(snapshot).compute();
  }

  private RiskMetrics compute() {
    DailyReturns series = gaps.take("returns", returns);
    double rate = snapshot.riskFreeRate();
    return new RiskMetrics(
        snapshot.holdings().asOf(),
        snapshot.holdings().currency(),
        snapshot.holdings().value(),
        money(snapshot.simulation().coveredValue()),
        series == null ? 0 : series.size(),
        series == null ? null : series.from(),
        series == null ? null : series.to(),
        series == null ? null : gaps.take("volatility", Volatility.of(series)),
        series == null ? null : gaps.take("beta", beta(series)),
        snapshot.benchmark(),
        series == null ? null : gaps.take("sharpe", RewardToRisk.sharpe(series, rate)),
        series == null ? null : gaps.take("sortino", RewardToRisk.sortino(series, rate)),
        series == null ? null : drawdown(series),
        series == null ? Map.of() : tails(series),
        rate,
        concentration(),
        series == null ? List.of() : contributions(),
        gaps.symbols(),
        gaps.figures());
  }

  private Result<Double> beta(DailyReturns series) {
    return snapshot.market() instanceof Result.Success<DailyReturns> market
        ? MarketBeta.of(series, market.value())
        : snapshot.market().map(m -> 0.0);
  }

  private RiskMetrics.@Nullable MaximumDrawdown drawdown(DailyReturns series) {
    Drawdown d = gaps.take("maximumDrawdown", Drawdown.maximum(series));
    return d == null
        ? null
        : new RiskMetrics.MaximumDrawdown(
            d.depth(), d.peak(), d.trough(), d.recovery().orElse(null));
  }

  private Map<String, RiskMetrics.Tail> tails(DailyReturns series) {
    PastReturns past = PastReturns.first(series.size(), series.returns());
    Map<String, RiskMetrics.Tail> tails = new LinkedHashMap<>();
    for (Confidence confidence : Confidence.values()) {
      String figure = "var." + confidence.label();
      TailLoss plain = gaps.take(figure, TailLoss.ofSample(series.returns(), confidence));
      if (plain != null) {
        TailLoss filtered =
            gaps.take(figure + ".filtered", VarMethod.shipped().forecast(past, confidence));
        tails.put(
            confidence.label(),
            new RiskMetrics.Tail(
                plain.valueAtRisk(),
                plain.expectedShortfall(),
                filtered == null ? null : filtered.valueAtRisk(),
                filtered == null ? null : filtered.expectedShortfall()));
      }
    }
    return tails;
  }

  private RiskMetrics.@Nullable ConcentrationFigures concentration() {
    Concentration c =
        gaps.take("concentration", Concentration.of(snapshot.simulation().exposures()));
    return c == null
        ? null
        : new RiskMetrics.ConcentrationFigures(
            c.herfindahl(),
            new RiskMetrics.Largest(c.largest().symbol(), c.largest().weight()),
            c.effectiveHoldings());
  }

  private List<RiskMetrics.Contribution> contributions() {
    Map<String, Double> shares = gaps.take("contributions", snapshot.simulation().varianceShares());
    if (shares == null) {
      return List.of();
    }
    List<Map.Entry<String, Double>> sorted = new ArrayList<>(shares.entrySet());
    sorted.sort(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder()));
    List<RiskMetrics.Contribution> largest = new ArrayList<>();
    CompensatedSum otherShares = new CompensatedSum();
    CompensatedSum otherExposures = new CompensatedSum();
    for (Map.Entry<String, Double> e : sorted) {
      double exposure = snapshot.simulation().exposures().getOrDefault(e.getKey(), 0.0);
      if (largest.size() < RiskMetrics.MOST_CONTRIBUTIONS) {
        largest.add(new RiskMetrics.Contribution(e.getKey(), money(exposure), e.getValue()));
      } else {
        otherShares.add(e.getValue());
        otherExposures.add(exposure);
      }
    }
    if (sorted.size() > largest.size()) {
      largest.add(
          new RiskMetrics.Contribution(
              "others", money(otherExposures.total()), otherShares.total()));
    }
    return List.copyOf(largest);
  }

  /** A model value as money: to the cent. */
  static BigDecimal money(double amount) {
    return BigDecimal.valueOf(amount).setScale(2, RoundingMode.HALF_EVEN);
  }
}
