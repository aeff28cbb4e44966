package magnus.options.pricing;

/**
 * Chances of a lognormal price with constant volatility and carry, in the pricing measure: what the
 * option market pays for, not a forecast. Spot, levels and strikes above 0; years above 0;
 * volatility per year as a fraction; carry = rate less yield per year.
 */
public final class Probabilities {

  private Probabilities() {}

  /** That the price ends above a level: N(d₂) at that level. */
  public static double above(
      double spot, double level, double years, double carry, double volatility) {
    if (!(level > 0)) {
      return 1;
    }
    double s = volatility * Math.sqrt(years);
    double mean = Math.log(spot / level) + (carry - volatility * volatility / 2) * years;
    return s > 0 ? StandardNormal.cumulative(mean / s) : mean > 0 ? 1 : 0;
  }

  /** That it ends below: the rest. */
  public static double below(
      double spot, double level, double years, double carry, double volatility) {
    return 1 - above(spot, level, years, carry, volatility);
  }

  /**
   * That it touches a level at any time before the end, by the reflection principle (J. M.
   * Harrison, "Brownian Motion and Stochastic Flow Systems", 1985, section 1.8).
   */
  public static double touch(
      double spot, double level, double years, double carry, double volatility) {
    double reach = Math.log(level / spot);
    double s = volatility * Math.sqrt(years);
    double drift = carry - volatility * volatility / 2;
    if (reach == 0) {
      return 1;
    }
    if (!(s > 0)) {
      return Math.signum(drift * years - reach) == Math.signum(reach) ? 1 : 0;
    }
    int side = reach > 0 ? 1 : -1;
    double straight = StandardNormal.cumulative(side * (drift * years - reach) / s);
    double mirrored = StandardNormal.cumulative(side * (-drift * years - reach) / s);
    double scale = Math.exp(2 * drift * reach / (volatility * volatility));
    return Math.min(1, straight + (mirrored > 0 ? scale * mirrored : 0));
  }

  /** The price below which it ends with that probability. */
  public static double quantile(
      double spot, double probability, double years, double carry, double volatility) {
    double z = StandardNormal.quantile(probability);
    return spot
        * Math.exp(
            (carry - volatility * volatility / 2) * years + z * volatility * Math.sqrt(years));
  }
}
