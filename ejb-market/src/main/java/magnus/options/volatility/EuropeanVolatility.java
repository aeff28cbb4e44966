package magnus.options.volatility;

import java.util.OptionalDouble;
import magnus.market.OptionChain.Right;
import magnus.options.pricing.NormalisedBlack;
import magnus.options.pricing.ScaledTail;
import magnus.options.pricing.StandardNormal;

/**
 * The volatility at which Black's formula gives a price, to the last digits that the price carries.
 *
 * <p>Every option is first turned into the one out of the money by parity, and normalised by the
 * root of both legs, as P. Jäckel does ("Let's be rational", Wilmott, 2015). The root is found by
 * Halley's method on the logarithm of the price (on the logarithm of what is missing to the upper
 * bound, for prices in its upper half), which is nearly straight there, within bounds that close at
 * every step.
 */
public final class EuropeanVolatility {

  private static final int ROUNDS = 60;

  /** A relative step after which the next, third order smaller, would change nothing. */
  private static final double ENOUGH = 1e-7;

  private static final double SAME = 4e-16;

  private EuropeanVolatility() {}

  /**
   * Per year, as a fraction; empty where no volatility gives that price: at or below the discounted
   * intrinsic value, at or above the leg that bounds it, no time left, or not a number.
   *
   * @param years to expiry
   * @param rate risk-free, per year, compounded continuously
   */
  public static OptionalDouble of(
      Right right,
      double price,
      double spot,
      double strike,
      double years,
      double rate,
      double dividendYield) {
    if (!(years > 0) || !(spot > 0) || !(strike > 0)) {
      return OptionalDouble.empty();
    }
    double deviation =
        deviation(
            right == Right.CALL,
            price,
            spot * Math.exp(-dividendYield * years),
            strike * Math.exp(-rate * years));
    return Double.isNaN(deviation)
        ? OptionalDouble.empty()
        : OptionalDouble.of(deviation / Math.sqrt(years));
  }

  /**
   * Volatility times the root of years; NaN where there is none.
   *
   * @param asset present value of the asset leg
   * @param cash present value of the strike
   */
  static double deviation(boolean call, double price, double asset, double cash) {
    double intrinsic = Math.max(0, call ? asset - cash : cash - asset);
    double root = Math.sqrt(asset * cash);
    double target = (price - intrinsic) / root;
    double x = -Math.abs(Math.log(asset / cash));
    double most = Math.exp(x / 2);
    // what a double cannot tell from the bound carries no volatility
    if (!(target > 0)
        || !(price - intrinsic > 2e-16 * price)
        || !(target < most * (1 - 1e-15))
        || !Double.isFinite(x)) {
      return Double.NaN;
    }
    return solve(x, target, most);
  }

  private static double solve(double x, double target, double most) {
    double bend = Math.sqrt(2 * -x);
    double low = 0;
    double high = Double.POSITIVE_INFINITY;
    double s = begin(x, target, most, bend);
    boolean upper = target > most / 2;
    double goal = upper ? Math.log((most - target) / most) : Math.log(target);
    for (int i = 0; i < ROUNDS; i++) {
      double value = NormalisedBlack.outOfTheMoney(x, s);
      if (value < target) {
        low = s;
      } else {
        high = s;
      }
      double h = x / s;
      double t = s / 2;
      double vega = StandardNormal.density(Math.sqrt(h * h + t * t));
      double bent = h * h / s - t / 2;
      double step;
      if (upper) {
        double left = missing(x, h, t, most);
        double f = Math.log(left / most) - goal;
        double slope = -vega / left;
        step = halley(f, slope, slope * bent - slope * slope);
      } else {
        double f = Math.log(value) - goal;
        double slope = vega / value;
        step = halley(f, slope, slope * bent - slope * slope);
      }
      double next = s - step;
      boolean outside = !(next > low) || !(next < high);
      if (outside) {
        next = Double.isInfinite(high) ? 2 * s : low + (high - low) / 2;
      }
      if (Math.abs(next - s) <= (outside ? SAME : ENOUGH) * s) {
        return next;
      }
      s = next;
    }
    return s;
  }

  private static double halley(double f, double slope, double curvature) {
    double newton = f / slope;
    double bend = 1 - newton * curvature / (2 * slope);
    return newton / Math.min(3, Math.max(0.4, bend));
  }

  /** Upper bound less value, without the loss of digits of the difference. */
  private static double missing(double x, double h, double t, double most) {
    double scale = StandardNormal.density(Math.sqrt(h * h + t * t));
    double both = h + t > 0 || h - t > 0 || t > 0 ? 1 : 0;
    return both * (scale * ScaledTail.mills(h + t) + StandardNormal.cumulative(h - t) / most);
  }

  private static double begin(double x, double target, double most, double bend) {
    if (bend < 1e-8) {
      return Math.max(1e-300, target * Math.sqrt(2 * Math.PI));
    }
    double middle = NormalisedBlack.outOfTheMoney(x, bend);
    if (target >= middle) {
      double vega = StandardNormal.density(bend / Math.sqrt(2));
      return bend + (target - middle) / vega * (1 + (target - middle) / (most - middle));
    }
    // far below the bend the price falls like exp(−x²/2s²)
    double depth = -Math.log(target / middle);
    return bend / Math.sqrt(1 + depth * 4 / (bend * bend));
  }
}
