package magnus.recommendation.portfolio;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import magnus.portfolio.Holding;
import magnus.portfolio.Holdings;
import magnus.portfolio.Lot;
import magnus.recommendation.Profile;
import magnus.risk.RiskMetrics;

/**
 * A portfolio with all that its candidates are made from.
 *
 * @param name its own
 * @param returns of its symbols and the benchmark
 * @param riskFree rate per year
 */
public record Inspected(
    UUID portfolio,
    String name,
    Profile profile,
    Holdings holdings,
    RiskMetrics risk,
    List<Lot> lots,
    DailyReturns returns,
    double riskFree,
    LocalDate today) {

  double value() {
    return holdings.value().doubleValue();
  }

  /** Delta-equivalent weights of the symbols whose returns are known. */
  Map<String, Double> weights() {
    Map<String, Double> weights = new LinkedHashMap<>();
    for (RiskMetrics.Contribution c : risk.contributions()) {
      if (returns.has(c.symbol())) {
        weights.put(c.symbol(), c.exposure().doubleValue() / value());
      }
    }
    return weights;
  }

  Shift shift() {
    return new Shift(
        returns,
        weights(),
        risk.benchmark(),
        value(),
        profile.riskTolerance().aversion(),
        riskFree);
  }

  Optional<Holding> stock(String symbol) {
    return holdings.items().stream()
        .filter(h -> h.symbol().equals(symbol) && h.option() == null)
        .findFirst();
  }

  /** Tax due where such a part of what is held of a symbol is sold. */
  double tax(String symbol, double part) {
    return stock(symbol)
        .map(Holding::price)
        .map((BigDecimal price) -> TaxDue.of(profile, lots, symbol, part, price, today))
        .orElse(0.0);
  }

  String riskPath() {
    return "/api/portfolio/" + portfolio + "/risk";
  }

  String holdingsPath() {
    return "/api/portfolio/" + portfolio + "/holdings";
  }
}
