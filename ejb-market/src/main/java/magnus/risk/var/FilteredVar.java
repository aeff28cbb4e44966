package magnus.risk.var;

import java.util.Arrays;
import magnus.basics.result.FailureReason;
import magnus.basics.result.Result;

/**
 * Filtered simulation: each past return is divided by the volatility forecast for its own day, and
 * the tail of those is scaled by tomorrow's forecast (J. Hull, A. White, "Incorporating volatility
 * updating into the historical simulation method for value-at-risk", Journal of Risk 1, 1998; G.
 * Barone-Adesi, K. Giannopoulos, L. Vosper, "VaR without correlations for portfolios of derivative
 * securities", Journal of Futures Markets 19, 1999).
 *
 * @param most standardised returns that the tail is read off, the newest ones
 */
record FilteredVar(TailShape shape, VolatilityModel volatility, int most) implements VarMethod {

  /** Fewer standardised returns tell nothing about a tail of 1 %. */
  private static final int LEAST = 225;

  @Override
  public String name() {
    return shape.name() + "_" + volatility.name();
  }

  @Override
  public String description() {
    return shape.description()
        + " of at most "
        + most
        + " returns in units of their day's volatility, times tomorrow's; "
        + volatility.description()
        + ".";
  }

  @Override
  public int warmUp() {
    return LEAST + volatility.seed();
  }

  @Override
  public Result<TailLoss> forecast(PastReturns past, Confidence confidence) {
    if (past.size() < warmUp()) {
      return HistoricalVar.tooFew(shape.name().replace('_', '-'), this, past);
    }
    Filtered filtered = past.fit(volatility, Filtered.class, this::filter);
    double[] all = filtered.standardised();
    if (all.length == 0) {
      return Result.failure(
          FailureReason.NOT_COMPUTABLE, "The returns stood still: no volatility to scale by.");
    }
    double[] newest = Arrays.copyOfRange(all, Math.max(0, all.length - most), all.length);
    return shape.of(newest, confidence).map(tail -> tail.times(filtered.tomorrow()));
  }

  private record Filtered(double[] standardised, double tomorrow) {}

  private Filtered filter(PastReturns past) {
    double[] deviations = volatility.before(past);
    int seed = volatility.seed();
    double[] standardised = new double[past.size() - seed];
    for (int i = 0; i < standardised.length; i++) {
      if (!(deviations[seed + i] > 0)) {
        return new Filtered(new double[0], 0);
      }
      standardised[i] = past.get(seed + i) / deviations[seed + i];
    }
    return new Filtered(standardised, deviations[past.size()]);
  }
}
