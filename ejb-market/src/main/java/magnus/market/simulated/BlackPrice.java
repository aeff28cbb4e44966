package magnus.market.simulated;

/**
 * European option on a forward (F. Black, "The pricing of commodity contracts", 1976).
 *
 * @param value discounted, per share
 * @param delta per share of the underlying
 */
record BlackPrice(double value, double delta) {

  /**
   * @param totalVariance σ²T, positive
   * @param discount of money at expiry
   * @param carried discount of the shares' dividends until expiry
   */
  static BlackPrice of(
      boolean call,
      double forward,
      double strike,
      double totalVariance,
      double discount,
      double carried) {
    double deviation = Math.sqrt(totalVariance);
    double up = StrictMath.log(forward / strike) / deviation + deviation / 2;
    double down = up - deviation;
    double sign = call ? 1 : -1;
    double hit = NormalDistribution.cumulative(sign * up);
    double exercised = NormalDistribution.cumulative(sign * down);
    double value = discount * sign * (forward * hit - strike * exercised);
    return new BlackPrice(Math.max(0, value), sign * carried * hit);
  }
}
