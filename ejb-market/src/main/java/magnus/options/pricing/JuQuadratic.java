package magnus.options.pricing;

import magnus.market.OptionChain.Right;

/**
 * The modified quadratic approximation of American options (N. Ju, R. Zhong, "An Approximate
 * Formula for Pricing American Options", Journal of Derivatives 7, 1999): Barone-Adesi and Whaley's
 * with a second order term. A reference implementation; {@link AmericanOption} is the accurate one.
 */
public final class JuQuadratic {

  private static final double LEAST_RATE = 1e-8;

  private JuQuadratic() {}

  /** Value per share; parameters as in {@link BlackScholesMerton}, rates not below 0. */
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
    double variance = volatility * volatility * years;
    if (!(variance > 0) || (right == Right.CALL && dividendYield <= 0)) {
      return Math.max(european, AmericanOption.intrinsic(right, spot, strike));
    }
    int sign = right == Right.CALL ? 1 : -1;
    // the formula divides by the rate; its limit at 0 is finite
    double r = Math.max(LEAST_RATE, rate);
    double critical =
        BaroneAdesiWhaley.criticalPrice(right, strike, years, r, dividendYield, volatility);
    if (sign * (spot - critical) >= 0) {
      return AmericanOption.intrinsic(right, spot, strike);
    }
    double root = Math.sqrt(variance);
    double alpha = 2 * r * years / variance;
    double beta = 2 * (r - dividendYield) * years / variance;
    double h = -Math.expm1(-r * years);
    double discriminant = Math.sqrt((beta - 1) * (beta - 1) + 4 * alpha / h);
    double lambda = (-(beta - 1) + sign * discriminant) / 2;
    double lambdaSlope = -sign * alpha / (h * h * discriminant);
    double span = 2 * lambda + beta - 1;
    double atCritical =
        BlackScholesMerton.value(right, critical, strike, years, r, dividendYield, volatility);
    double premium = sign * (critical - strike) - atCritical;
    double forward = critical * Math.exp((r - dividendYield) * years);
    double d1 = Math.log(forward / strike) / root + root / 2;
    double slope =
        forward * StandardNormal.density(d1) / (alpha * root)
            - sign * forward * StandardNormal.cumulative(sign * d1) * dividendYield / r
            + sign * strike * StandardNormal.cumulative(sign * (d1 - root));
    double b = (1 - h) * alpha * lambdaSlope / (2 * span);
    double c = -((1 - h) * alpha / span) * (slope / premium + 1 / h + lambdaSlope / span);
    double distance = Math.log(spot / critical);
    double chi = distance * (b * distance + c);
    return european + premium * Math.exp(lambda * distance) / (1 - chi);
  }
}
