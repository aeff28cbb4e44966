package magnus.options.pricing;

import magnus.market.OptionChain.Right;

/**
 * Sensitivities of American options by central differences of the accurate value; theta by letting
 * an hour pass. In the exercise region they are those of what exercise pays.
 */
public final class AmericanGreeks {

  private static final double SPOT_SHARE = 2e-3;
  private static final double STEP = 1e-3;
  private static final double HOUR = 1.0 / (365 * 24);

  private AmericanGreeks() {}

  /** Parameters as in {@link BlackScholesMerton}. */
  public static Greeks of(
      Right right,
      double spot,
      double strike,
      double years,
      double rate,
      double dividendYield,
      double volatility) {
    Point at = new Point(right, spot, strike, years, rate, dividendYield, volatility);
    double h = spot * SPOT_SHARE;
    double k = strike * SPOT_SHARE;
    double v = Math.min(STEP, volatility / 2);
    double value = at.value(0, 0, 0, 0, 0, 0);
    double up = at.value(h, 0, 0, 0, 0, 0);
    double down = at.value(-h, 0, 0, 0, 0, 0);
    double more = at.value(0, 0, 0, 0, 0, v);
    double less = at.value(0, 0, 0, 0, 0, -v);
    double time = Math.min(HOUR, years / 2);
    return new Greeks(
        value,
        (up - down) / (2 * h),
        (up - 2 * value + down) / (h * h),
        (more - less) / (2 * v),
        (at.value(0, 0, -time, 0, 0, 0) - at.value(0, 0, time, 0, 0, 0)) / (2 * time),
        (at.value(0, 0, 0, STEP, 0, 0) - at.value(0, 0, 0, -STEP, 0, 0)) / (2 * STEP),
        (at.value(0, 0, 0, 0, STEP, 0) - at.value(0, 0, 0, 0, -STEP, 0)) / (2 * STEP),
        (at.value(h, 0, 0, 0, 0, v)
                - at.value(-h, 0, 0, 0, 0, v)
                - at.value(h, 0, 0, 0, 0, -v)
                + at.value(-h, 0, 0, 0, 0, -v))
            / (4 * h * v),
        (more - 2 * value + less) / (v * v),
        (at.value(0, k, 0, 0, 0, 0) - at.value(0, -k, 0, 0, 0, 0)) / (2 * k));
  }

  private record Point(
      Right right,
      double spot,
      double strike,
      double years,
      double rate,
      double yield,
      double volatility) {

    double value(double s, double k, double t, double r, double q, double v) {
      return AmericanOption.value(
          right, spot + s, strike + k, years + t, rate + r, yield + q, volatility + v);
    }
  }
}
