package magnus.risk.var;

/**
 * Volatility that reverts to its long-run level, and rises more after losses than after gains:
 * σ²(t+1) = ω + (α + γ·[r(t) &lt; 0])·r²(t) + βσ²(t) (L. R. Glosten, R. Jagannathan, D. E. Runkle,
 * "On the Relation between the Expected Value and the Volatility of the Nominal Excess Return on
 * Stocks", Journal of Finance 48, 1993; with γ = 0 T. Bollerslev's GARCH(1,1), Journal of
 * Econometrics 31, 1986). The parameters are {@link GarchFit}'s, fitted anew every {@value #REFIT}
 * days to at most {@value #WINDOW} returns.
 *
 * @param leverage whether γ is fitted; otherwise it is 0
 */
record GarchVolatility(boolean leverage) implements VolatilityModel {

  static final int REFIT = 21;
  static final int WINDOW = 2000;
  private static final int SEED = 25;

  @Override
  public String name() {
    return leverage ? "gjr" : "garch";
  }

  @Override
  public String description() {
    return (leverage ? "GJR-GARCH(1,1)" : "GARCH(1,1)")
        + " volatility fitted by maximum likelihood (Student t) every "
        + REFIT
        + " days";
  }

  @Override
  public int seed() {
    return SEED;
  }

  /** The parameters in force: those fitted at the last refitting day. */
  GarchFit fit(PastReturns past) {
    int fitted = Math.max(Math.min(past.size(), 250), past.size() - past.size() % REFIT);
    return past.upTo(fitted)
        .fit(this, GarchFit.class, p -> GarchFit.of(p.newest(WINDOW), leverage));
  }

  @Override
  public double[] before(PastReturns past) {
    GarchFit fit = fit(past);
    int n = past.size();
    double[] deviations = new double[n + 1];
    double variance = fit.start();
    deviations[0] = Math.sqrt(variance);
    for (int i = 0; i < n; i++) {
      variance = fit.next(variance, past.get(i));
      deviations[i + 1] = Math.sqrt(variance);
    }
    return deviations;
  }
}
