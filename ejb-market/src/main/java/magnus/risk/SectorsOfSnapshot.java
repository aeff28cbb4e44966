package magnus.risk;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import magnus.basics.result.FailureReason;
import magnus.basics.result.Result;
import magnus.portfolio.Holding;
import magnus.portfolio.Holdings;
import magnus.risk.metrics.CompensatedSum;
import org.jspecify.annotations.Nullable;

/** Computes {@link SectorExposure}. */
final class SectorsOfSnapshot {

  private SectorsOfSnapshot() {}

  static SectorExposure compute(RiskSnapshot snapshot) {
    Holdings holdings = snapshot.holdings();
    NotComputed.Collector gaps = new NotComputed.Collector();
    snapshot.gaps().forEach(gaps::symbol);
    Map<String, Sum> sums = new TreeMap<>();
    for (Holding holding : holdings.items()) {
      if (holding.value() != null && holding.currency().equals(holdings.currency())) {
        sums.computeIfAbsent(holding.sector(), s -> new Sum()).add(holding);
      }
    }
    Map<String, Double> exposures = snapshot.simulation().exposures();
    BigDecimal cash = holdings.cash().max(BigDecimal.ZERO);
    BigDecimal total = cash;
    for (Sum sum : sums.values()) {
      total = total.add(sum.value);
    }
    if (total.signum() <= 0) {
      gaps.take(
          "weight",
          Result.failure(
              FailureReason.NOT_COMPUTABLE,
              "Weights are not defined: what is held is worth " + total.toPlainString() + "."));
    }
    List<SectorExposure.Item> items = new ArrayList<>();
    for (Map.Entry<String, Sum> sum : sums.entrySet()) {
      items.add(sum.getValue().item(sum.getKey(), exposures, total));
    }
    items.sort(Comparator.comparing((SectorExposure.Item i) -> i.exposure().abs()).reversed());
    if (cash.signum() != 0) {
      Double weight = weight(cash, total);
      items.add(
          new SectorExposure.Item(SectorExposure.CASH, cash, weight, cash, weight, List.of()));
    }
    return new SectorExposure(
        holdings.asOf(),
        holdings.currency(),
        total,
        List.copyOf(items),
        gaps.symbols(),
        gaps.figures());
  }

  private static @Nullable Double weight(BigDecimal part, BigDecimal total) {
    return total.signum() <= 0 ? null : part.doubleValue() / total.doubleValue();
  }

  /** One sector's holdings. */
  private static final class Sum {

    private BigDecimal value = BigDecimal.ZERO;
    private final TreeSet<String> underlyings = new TreeSet<>();

    void add(Holding holding) {
      if (holding.value() != null) {
        value = value.add(holding.value());
      }
      underlyings.add(holding.option() == null ? holding.symbol() : holding.option().underlying());
    }

    SectorExposure.Item item(String sector, Map<String, Double> exposures, BigDecimal total) {
      CompensatedSum sum = new CompensatedSum();
      underlyings.forEach(u -> sum.add(exposures.getOrDefault(u, 0.0)));
      BigDecimal exposure = MetricsOfSnapshot.money(sum.total());
      return new SectorExposure.Item(
          sector,
          value,
          weight(value, total),
          exposure,
          weight(exposure, total),
          List.copyOf(underlyings));
    }
  }
}
