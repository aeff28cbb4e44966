package magnus.backtests.strategy;

import magnus.signals.forecast.ForecastMethod;
import magnus.signals.forecast.Prices;
import magnus.signals.forecast.Walk;

/**
 * The volatility by which options are priced: the market's where it is known, else the product's
 * own forecast from the prices up to that day.
 */
final class VolatilityPath {

  private static final int MONTH = 21;
  private static final double LEAST = 0.01;

  private final PastPrices prices;
  private final Walk walk;
  private final boolean market;

  VolatilityPath(PastPrices prices, boolean market) {
    this.prices = prices;
    this.market = market;
    walk =
        new Walk(
            ForecastMethod.shipped(),
            new Prices(prices.close()[0], prices.high()[0], prices.low()[0]),
            MONTH,
            false);
  }

  boolean isModelled(int day) {
    return !market || !(prices.implied()[day] > 0);
  }

  /** Per year. */
  double at(int day) {
    if (!isModelled(day)) {
      return prices.implied()[day];
    }
    walk.to(day);
    return Math.max(LEAST, walk.deviation() * Math.sqrt(PastPrices.YEAR / MONTH));
  }
}
