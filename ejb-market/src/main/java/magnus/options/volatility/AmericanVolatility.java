package magnus.options.volatility;

import java.util.OptionalDouble;
import magnus.market.OptionChain.Right;
import magnus.options.pricing.AmericanOption;

/**
 * The volatility at which an American option is worth a price: from the European volatility on, by
 * secants on the price that stay within closing bounds. Accurate to the error of {@link
 * AmericanOption#quick}, about 1e-5 of volatility for an option that carries time value.
 */
public final class AmericanVolatility {

  private static final int ROUNDS = 40;
  private static final double MOST = 10;
  private static final double LEAST = 1e-4;

  private AmericanVolatility() {}

  /**
   * Per year, as a fraction; empty where no volatility from {@value #LEAST} to {@value #MOST} gives
   * the price, as for one at or below what exercise pays.
   */
  public static OptionalDouble of(
      Right right,
      double price,
      double spot,
      double strike,
      double years,
      double rate,
      double dividendYield) {
    if (!(years > 0)
        || !(spot > 0)
        || !(strike > 0)
        || !(price > AmericanOption.intrinsic(right, spot, strike) * (1 + 1e-12))
        || !(price < (right == Right.CALL ? spot : strike))) {
      return OptionalDouble.empty();
    }
    double low = LEAST;
    double high = MOST;
    double v =
        EuropeanVolatility.of(right, price, spot, strike, years, rate, dividendYield).orElse(0.3);
    v = Math.min(MOST / 2, Math.max(2 * LEAST, v));
    double before = Double.NaN;
    double gapBefore = Double.NaN;
    for (int i = 0; i < ROUNDS; i++) {
      double gap = AmericanOption.quick(right, spot, strike, years, rate, dividendYield, v) - price;
      if (gap < 0) {
        low = v;
      } else {
        high = v;
      }
      if (Math.abs(gap) < 1e-9 * price || high - low < 1e-9) {
        break;
      }
      double next = v - gap * (v - before) / (gap - gapBefore);
      if (Double.isNaN(before)) {
        next = gap > 0 ? v * 0.98 : v * 1.02;
      }
      before = v;
      gapBefore = gap;
      v = next > low && next < high ? next : (low + high) / 2;
      if (Math.abs(v - before) < 1e-9) {
        break;
      }
    }
    return v > LEAST * 1.01 && v < MOST * 0.99 ? OptionalDouble.of(v) : OptionalDouble.empty();
  }
}
