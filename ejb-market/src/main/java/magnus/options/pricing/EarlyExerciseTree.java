package magnus.options.pricing;

import magnus.market.OptionChain.Right;

/**
 * American options on a binomial tree with European values one step before the end and
 * extrapolation from two sizes (M. Broadie, J. Detemple, "American Option Valuation: New Bounds,
 * Approximations, and a Comparison of Existing Methods", Review of Financial Studies 9, 1996). It
 * assumes nothing of the shape of the exercise region, so it also prices where there are two
 * boundaries; errors about 1e-5 of the strike.
 */
public final class EarlyExerciseTree {

  private static final int MOST_STEPS = 20_000;
  private static final int MOMENTS = 2_000;

  private EarlyExerciseTree() {}

  /**
   * Value per share, extrapolated from {@code steps} and half of them.
   *
   * @param steps even; raised where the drift of a step would exceed its volatility
   */
  public static double value(
      Right right,
      double spot,
      double strike,
      double years,
      double rate,
      double dividendYield,
      double volatility,
      int steps) {
    double drift = (rate - dividendYield) * years;
    double needed = 2 * drift * drift / (volatility * volatility * years);
    if (!(needed < MOST_STEPS)) {
      return certain(right, spot, strike, years, rate, dividendYield);
    }
    int n = 2 * (Math.max(steps, (int) needed) / 2 + 1);
    double fine = one(right, spot, strike, years, rate, dividendYield, volatility, n);
    double coarse = one(right, spot, strike, years, rate, dividendYield, volatility, n / 2);
    return Math.max(AmericanOption.intrinsic(right, spot, strike), 2 * fine - coarse);
  }

  /** The best moment to exercise where the path is as good as certain. */
  static double certain(
      Right right, double spot, double strike, double years, double rate, double yield) {
    double best = 0;
    for (int i = 0; i <= MOMENTS; i++) {
      double t = years * i / MOMENTS;
      double asset = spot * Math.exp(-yield * t);
      double cash = strike * Math.exp(-rate * t);
      best = Math.max(best, right == Right.CALL ? asset - cash : cash - asset);
    }
    return best;
  }

  private static double one(
      Right right,
      double spot,
      double strike,
      double years,
      double rate,
      double yield,
      double volatility,
      int steps) {
    double step = years / steps;
    double up = Math.exp(volatility * Math.sqrt(step));
    double grown = Math.exp((rate - yield) * step);
    double probability = (grown - 1 / up) / (up - 1 / up);
    double rise = probability * Math.exp(-rate * step);
    double fall = (1 - probability) * Math.exp(-rate * step);
    int sign = right == Right.CALL ? 1 : -1;
    int last = steps - 1;
    double[] values = new double[last + 1];
    double price = spot * Math.pow(up, -last);
    for (int i = 0; i <= last; i++) {
      values[i] =
          Math.max(
              sign * (price - strike),
              BlackScholesMerton.value(right, price, strike, step, rate, yield, volatility));
      price *= up * up;
    }
    for (int n = last - 1; n >= 0; n--) {
      price = spot * Math.pow(up, -n);
      for (int i = 0; i <= n; i++) {
        values[i] = Math.max(rise * values[i + 1] + fall * values[i], sign * (price - strike));
        price *= up * up;
      }
    }
    return values[0];
  }
}
