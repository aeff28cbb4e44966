package magnus.options.pricing;

import magnus.market.OptionChain.Right;

/**
 * American options by a flat exercise boundary (P. Bjerksund, G. Stensland, "Closed-form
 * approximation of American options", Scandinavian Journal of Management 9, 1993): a lower bound,
 * some hundredths below the true value in long options. A reference implementation; {@link
 * AmericanOption} is the accurate one, and begins from this boundary.
 */
public final class BjerksundStensland {

  private BjerksundStensland() {}

  /** Value per share; parameters as in {@link BlackScholesMerton}. Never below the European. */
  public static double value(
      Right right,
      double spot,
      double strike,
      double years,
      double rate,
      double dividendYield,
      double volatility) {
    double european =
        BlackScholesMerton.value(right, spot, strike, years, rate, dividendYield, volatility);
    double floor = Math.max(european, AmericanOption.intrinsic(right, spot, strike));
    double variance = volatility * volatility * years;
    if (!(variance > 0) || !(spot > 0) || !(strike > 0)) {
      return floor;
    }
    double call =
        right == Right.CALL
            ? call(spot, strike, rate * years, (rate - dividendYield) * years, variance)
            : call(strike, spot, dividendYield * years, (dividendYield - rate) * years, variance);
    return Double.isNaN(call) ? floor : Math.max(floor, call);
  }

  /**
   * The price of the underlying at and above which a call is exercised, for the whole life;
   * infinite where a call is never exercised early.
   *
   * @param rt rate times years
   * @param bt cost of carry (rate less yield) times years
   */
  static double boundary(double strike, double rt, double bt, double variance) {
    if (bt >= rt) {
      return Double.POSITIVE_INFINITY;
    }
    double beta = beta(rt, bt, variance);
    double perpetual = beta / (beta - 1) * strike;
    double start = bt == 0 || rt <= 0 ? strike : Math.max(strike, rt / (rt - bt) * strike);
    double h = -(bt + 2 * Math.sqrt(variance)) * start / (perpetual - start);
    return start + (perpetual - start) * -Math.expm1(h);
  }

  private static double beta(double rt, double bt, double variance) {
    double half = bt / variance - 0.5;
    return -half + Math.sqrt(half * half + 2 * rt / variance);
  }

  private static double call(double spot, double strike, double rt, double bt, double variance) {
    double trigger = boundary(strike, rt, bt, variance);
    if (Double.isInfinite(trigger)) {
      return 0;
    }
    if (spot >= trigger) {
      return spot - strike;
    }
    double beta = beta(rt, bt, variance);
    double paid = trigger - strike;
    return paid * Math.exp(beta * Math.log(spot / trigger))
        - paid * barrier(spot, beta, trigger, trigger, rt, bt, variance, beta * -Math.log(trigger))
        + barrier(spot, 1, trigger, trigger, rt, bt, variance, 0)
        - barrier(spot, 1, strike, trigger, rt, bt, variance, 0)
        - strike * barrier(spot, 0, trigger, trigger, rt, bt, variance, 0)
        + strike * barrier(spot, 0, strike, trigger, rt, bt, variance, 0);
  }

  /**
   * The paper's φ times exp(factor): the claim on spot^γ at the end, knocked out at the trigger.
   */
  private static double barrier(
      double spot,
      double gamma,
      double limit,
      double trigger,
      double rt,
      double bt,
      double variance,
      double factor) {
    double root = Math.sqrt(variance);
    double lambda = -rt + gamma * bt + 0.5 * gamma * (gamma - 1) * variance;
    double d = -(Math.log(spot / limit) + bt + (gamma - 0.5) * variance) / root;
    double kappa = 2 * bt / variance + 2 * gamma - 1;
    double reach = Math.log(trigger / spot);
    double scale = lambda + gamma * Math.log(spot) + factor;
    return product(scale, d) - product(scale + kappa * reach, d - 2 * reach / root);
  }

  /** exp(exponent) times the cumulative normal of d, also where the one is huge and the other 0. */
  private static double product(double exponent, double d) {
    if (d < -8) {
      return Math.exp(exponent - 0.5 * d * d) / Math.sqrt(2 * Math.PI) * ScaledTail.mills(-d);
    }
    return Math.exp(exponent) * StandardNormal.cumulative(d);
  }
}
