package magnus.options.pricing;

import magnus.market.OptionChain.Right;

/**
 * The quadratic approximation of American options (G. Barone-Adesi, R. Whaley, "Efficient Analytic
 * Approximation of American Option Values", Journal of Finance 42, 1987). A reference
 * implementation: its values are its own formula's, which miss the true ones by up to some
 * hundredths in long options; {@link AmericanOption} is the accurate one.
 */
public final class BaroneAdesiWhaley {

  private static final double TOLERANCE = 1e-9;
  private static final int ITERATIONS = 200;

  private BaroneAdesiWhaley() {}

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
    Terms terms = new Terms(right, strike, years, rate, dividendYield, variance);
    double critical = terms.criticalPrice();
    if (terms.sign * (spot - critical) >= 0) {
      return AmericanOption.intrinsic(right, spot, strike);
    }
    double premium = terms.sign * critical / terms.exponent * (1 - terms.slope(critical));
    return european + premium * Math.pow(spot / critical, terms.exponent);
  }

  /** At and beyond this price of the underlying the approximation exercises. */
  static double criticalPrice(
      Right right,
      double strike,
      double years,
      double rate,
      double dividendYield,
      double volatility) {
    return new Terms(right, strike, years, rate, dividendYield, volatility * volatility * years)
        .criticalPrice();
  }

  private static final class Terms {
    final int sign;
    final Right right;
    final double strike;
    final double years;
    final double rate;
    final double yield;
    final double variance;
    final double n;
    final double exponent;

    Terms(Right right, double strike, double years, double rate, double yield, double variance) {
      this.sign = right == Right.CALL ? 1 : -1;
      this.right = right;
      this.strike = strike;
      this.years = years;
      this.rate = rate;
      this.yield = yield;
      this.variance = variance;
      this.n = 2 * (rate - yield) * years / variance;
      double passed = rate * years;
      double k =
          Math.abs(passed) < 1e-13 ? 2 / variance : 2 * passed / variance / -Math.expm1(-passed);
      this.exponent = root(k);
    }

    private double root(double k) {
      return (-(n - 1) + sign * Math.sqrt((n - 1) * (n - 1) + 4 * k)) / 2;
    }

    /** Absolute delta of the European option. */
    double slope(double spot) {
      return Math.exp(-yield * years) * StandardNormal.cumulative(sign * d1(spot));
    }

    private double d1(double spot) {
      return (Math.log(spot / strike) + (rate - yield) * years + variance / 2)
          / Math.sqrt(variance);
    }

    double criticalPrice() {
      double price = seed();
      double carried = Math.exp(-yield * years);
      double deviation = Math.sqrt(variance);
      for (int i = 0; i < ITERATIONS; i++) {
        double delta = slope(price);
        double european =
            BlackScholesMerton.value(
                right, price, strike, years, rate, yield, Math.sqrt(variance / years));
        double left = sign * (price - strike);
        double gap = european + sign * (1 - delta) * price / exponent;
        if (Math.abs(left - gap) / strike < TOLERANCE) {
          break;
        }
        double density = carried * StandardNormal.density(d1(price)) / deviation;
        double step = sign * delta * (1 - 1 / exponent) + sign * (1 - sign * density) / exponent;
        double next = (strike + sign * gap - sign * step * price) / (1 - sign * step);
        price = next > 0 ? next : price / 2;
      }
      return price;
    }

    private double seed() {
      double carry = (rate - yield) * years;
      double perpetual = strike / (1 - 1 / root(2 * rate * years / variance));
      if (sign > 0) {
        double h = -(carry + 2 * Math.sqrt(variance)) * strike / (perpetual - strike);
        return strike + (perpetual - strike) * -Math.expm1(h);
      }
      double h = (carry - 2 * Math.sqrt(variance)) * strike / (strike - perpetual);
      return perpetual + (strike - perpetual) * Math.exp(h);
    }
  }
}
