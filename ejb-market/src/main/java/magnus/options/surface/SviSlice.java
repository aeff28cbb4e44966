package magnus.options.surface;

/**
 * Total implied variance of one expiry by J. Gatheral's raw SVI: w(k) = a + b·(ρ(k−m) + √((k−m)² +
 * σ²)), k the logarithm of strike over forward (J. Gatheral, A. Jacquier, "Arbitrage-free SVI
 * volatility surfaces", Quantitative Finance 14, 2014).
 *
 * @param years to expiry
 */
public record SviSlice(
    double years, double forward, double a, double b, double rho, double m, double sigma) {

  /** Variance until expiry at a logarithmic moneyness. */
  public double total(double k) {
    double x = k - m;
    return a + b * (rho * x + Math.sqrt(x * x + sigma * sigma));
  }

  /** The same with more variance everywhere. */
  SviSlice raised(double variance) {
    return variance > 0
        ? new SviSlice(years, forward, a + variance * (1 + 1e-9), b, rho, m, sigma)
        : this;
  }

  /** Volatility per year. */
  public double volatility(double k) {
    return Math.sqrt(Math.max(0, total(k)) / years);
  }

  /**
   * The paper's g: the density of the price has its sign, so that below 0 somewhere a butterfly
   * costs less than nothing.
   */
  public double density(double k) {
    double x = k - m;
    double root = Math.sqrt(x * x + sigma * sigma);
    double w = total(k);
    double slope = b * (rho + x / root);
    double bend = b * sigma * sigma / (root * root * root);
    double first = 1 - k * slope / (2 * w);
    return first * first - slope * slope / 4 * (1 / w + 0.25) + bend / 2;
  }
}
