package magnus.risk;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import magnus.cache.Exposure;
import magnus.portfolio.Holding;
import magnus.portfolio.Holdings;

/**
 * How a portfolio's value moves with its symbols' prices: each by its part of the value. None where
 * a part of it moves in a way that is not told, so that its lifespan alone ends it.
 */
final class PriceExposures {

  private PriceExposures() {}

  /** Of holdings, with the prices they were valued at; an option's delta is not in them. */
  static List<Exposure> of(Holdings held) {
    List<Exposure> all = new ArrayList<>();
    for (Holding item : held.items()) {
      BigDecimal price = item.price();
      BigDecimal value = item.value();
      if (item.option() != null
          || price == null
          || value == null
          || price.signum() <= 0
          || held.value().signum() <= 0
          || !item.currency().equals(held.currency())) {
        return List.of();
      }
      all.add(new Exposure(item.symbol(), part(value, held.value()), price.doubleValue()));
    }
    return all;
  }

  /** Of figures, options by their delta; none where small ones were added up. */
  static List<Exposure> of(RiskMetrics figures) {
    List<Exposure> all = new ArrayList<>();
    if (figures.value().signum() <= 0
        || !figures.missing().isEmpty()
        || figures.contributions().size() > RiskMetrics.MOST_CONTRIBUTIONS) {
      return all;
    }
    for (RiskMetrics.Contribution one : figures.contributions()) {
      all.add(new Exposure(one.symbol(), part(one.exposure(), figures.value()), 0));
    }
    return all;
  }

  private static double part(BigDecimal of, BigDecimal whole) {
    return of.doubleValue() / whole.doubleValue();
  }
}
