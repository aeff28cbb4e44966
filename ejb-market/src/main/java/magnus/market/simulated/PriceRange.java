package magnus.market.simulated;

/**
 * The highest and lowest logarithmic price between an opening and a close: the exact law of a
 * Brownian bridge's maximum, {@code P(max ≤ m) = 1 − exp(−2(m−a)(m−b)/v)}, inverted, for each side.
 */
final class PriceRange {

  private PriceRange() {}

  /** How far the path rises above its start. {@code end} and the answer are relative to it. */
  static double highest(double end, double variance, double uniform) {
    return 0.5 * (end + Math.sqrt(end * end - 2 * variance * StrictMath.log(uniform)));
  }

  /** How far it falls below its start (zero or negative). */
  static double lowest(double end, double variance, double uniform) {
    return 0.5 * (end - Math.sqrt(end * end - 2 * variance * StrictMath.log(uniform)));
  }
}
