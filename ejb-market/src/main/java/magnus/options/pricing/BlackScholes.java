package magnus.options.pricing;

import java.util.OptionalDouble;
import magnus.market.OptionChain.Right;

/**
 * European options on a stock without dividends (F. Black, M. Scholes, "The Pricing of Options and
 * Corporate Liabilities", Journal of Political Economy 81, 1973). Not for the early exercise of
 * American options: used where a change of value over a day is wanted, given the volatility that
 * the market's own price implies.
 */
public final class BlackScholes {

  private static final double MOST_VOLATILE = 10;

  private BlackScholes() {}

  /**
   * Value per share; the discounted intrinsic value where nothing is left to chance.
   *
   * @param years to expiry; at or below 0 the option has expired
   * @param rate risk-free, per year, compounded continuously
   * @param volatility per year, as a fraction
   */
  public static double value(
      Right right, double spot, double strike, double years, double rate, double volatility) {
    double time = Math.max(0, years);
    double discounted = strike * Math.exp(-rate * time);
    double deviation = volatility * Math.sqrt(time);
    if (!(deviation > 0) || !(spot > 0)) {
      return Math.max(0, right == Right.CALL ? spot - discounted : discounted - spot);
    }
    double d1 = Math.log(spot / discounted) / deviation + deviation / 2;
    double d2 = d1 - deviation;
    return right == Right.CALL
        ? spot * StandardNormal.cumulative(d1) - discounted * StandardNormal.cumulative(d2)
        : discounted * StandardNormal.cumulative(-d2) - spot * StandardNormal.cumulative(-d1);
  }

  /** Change of {@link #value} per unit of spot: 0 to 1 for a call, −1 to 0 for a put. */
  public static double delta(
      Right right, double spot, double strike, double years, double rate, double volatility) {
    double time = Math.max(0, years);
    double discounted = strike * Math.exp(-rate * time);
    double deviation = volatility * Math.sqrt(time);
    double call;
    if (!(deviation > 0) || !(spot > 0)) {
      call = spot > discounted ? 1 : 0;
    } else {
      call = StandardNormal.cumulative(Math.log(spot / discounted) / deviation + deviation / 2);
    }
    return right == Right.CALL ? call : call - 1;
  }

  /**
   * The volatility at which {@link #value} is the price, by bisection to 1e-10; empty when no
   * volatility from 0 to 1,000 % gives that price.
   */
  public static OptionalDouble impliedVolatility(
      Right right, double price, double spot, double strike, double years, double rate) {
    double low = 0;
    double high = MOST_VOLATILE;
    if (!(years > 0)
        || !(price > value(right, spot, strike, years, rate, low))
        || !(price < value(right, spot, strike, years, rate, high))) {
      return OptionalDouble.empty();
    }
    while (high - low > 1e-10) {
      double middle = (low + high) / 2;
      if (value(right, spot, strike, years, rate, middle) < price) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return OptionalDouble.of((low + high) / 2);
  }
}
