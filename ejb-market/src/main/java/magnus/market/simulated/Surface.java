package magnus.market.simulated;

/**
 * One slice after another of an implied-variance surface without static arbitrage: SSVI with the
 * power law of exponent one half (J. Gatheral, A. Jacquier, "Arbitrage-free SVI volatility
 * surfaces", 2014, theorem 4.2 and corollary 4.1), free of butterfly arbitrage since {@code
 * η²(1+|ρ|) ≤ 4} and {@code η(1+|ρ|) ≤ 4}, and of calendar arbitrage since the at-the-money total
 * variance never falls.
 *
 * @param skew ρ, the correlation of price and volatility
 * @param wings η, how strongly the smile bends
 */
record Surface(double skew, double wings) {

  Surface {
    if (wings * wings * (1 + Math.abs(skew)) > 4 || wings * (1 + Math.abs(skew)) > 4) {
      throw new IllegalArgumentException(
          "skew " + skew + " with wings " + wings + " would allow arbitrage");
    }
  }

  /**
   * Total variance at a strike.
   *
   * @param moneyness logarithm of strike over forward
   * @param total at-the-money total variance of the expiry
   */
  double total(double moneyness, double total) {
    double bend = wings / Math.sqrt(total * (1 + total));
    double x = bend * moneyness + skew;
    return 0.5 * total * (1 + skew * bend * moneyness + Math.sqrt(x * x + 1 - skew * skew));
  }
}
