package magnus.options.pricing;

/**
 * F. Black's formula in terms of what the asset leg, the cash leg and the total deviation σ√T are
 * worth, without the loss of digits of the textbook form: an option out of the money is computed
 * from Mills' ratios of both tails (P. Jäckel, "Let's be rational", Wilmott, 2015, section 6), one
 * in the money by parity.
 */
public final class NormalisedBlack {

  private static final double ROOT_TWO_PI = 2.5066282746310005024;

  /** From here on the two terms of the textbook form differ enough. */
  private static final double PLAIN_FROM = 1.2;

  private NormalisedBlack() {}

  /**
   * @param asset present value of the asset leg (spot without its yield), at or above 0
   * @param cash present value of the strike, at or above 0
   * @param deviation volatility times the root of years, at or above 0
   */
  public static double discounted(boolean call, double asset, double cash, double deviation) {
    double intrinsic = Math.max(0, call ? asset - cash : cash - asset);
    if (!(deviation > 0) || !(asset > 0) || !(cash > 0)) {
      return intrinsic;
    }
    return intrinsic
        + Math.sqrt(asset * cash) * outOfTheMoney(-Math.abs(Math.log(asset / cash)), deviation);
  }

  /**
   * Value over the root of both legs of a call out of the money.
   *
   * @param x logarithm of asset over cash, at or below 0
   * @param s deviation, above 0
   */
  public static double outOfTheMoney(double x, double s) {
    double h = x / s;
    double t = s / 2;
    if (h + t > PLAIN_FROM) {
      return plain(x, h, t);
    }
    double scale = Math.exp(-(h * h + t * t) / 2) / ROOT_TWO_PI;
    return scale * (ScaledTail.mills(-(h + t)) - ScaledTail.mills(-(h - t)));
  }

  private static double plain(double x, double h, double t) {
    double half = Math.exp(x / 2);
    return Math.max(
        0, half * StandardNormal.cumulative(h + t) - StandardNormal.cumulative(h - t) / half);
  }
}
