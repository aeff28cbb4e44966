package magnus.backtests.strategy;

import magnus.market.OptionChain.Right;
import magnus.options.pricing.BlackScholes;
import magnus.options.pricing.StandardNormal;

/**
 * Which options are sold, and what selling costs.
 *
 * @param delta of the option sold, without sign, 0 to 1
 * @param sessions until its expiry
 * @param spread share of the premium that is lost to the spread and commissions
 * @param cost of a unit of shares bought or sold, as a fraction
 */
public record OptionTerms(double delta, int sessions, double spread, double cost) {

  /** The strike at which an option has that delta. */
  double strike(Right right, double spot, double rate, double volatility) {
    double years = sessions / PastPrices.YEAR;
    double deviation = volatility * Math.sqrt(years);
    double d1 = (right == Right.CALL ? 1 : -1) * StandardNormal.quantile(delta);
    return spot * Math.exp(rate * years + deviation * deviation / 2 - d1 * deviation);
  }

  double value(Right right, double spot, double strike, int left, double rate, double volatility) {
    return BlackScholes.value(right, spot, strike, left / PastPrices.YEAR, rate, volatility);
  }
}
