package magnus.options;

import java.util.Optional;

/**
 * Where a volatility stands within its own past.
 *
 * @param now per year, as a fraction
 * @param lowest and {@code highest} of the past
 * @param rank (now − lowest) / (highest − lowest), within 0 and 1
 * @param percentile share of the past that was below now
 * @param observations in the past
 */
public record VolatilityRank(
    double now, double lowest, double highest, double rank, double percentile, int observations) {

  private static final int LEAST = 20;

  /** Empty with fewer than twenty observations. */
  public static Optional<VolatilityRank> of(double[] past, double now) {
    if (past.length < LEAST || !(now > 0)) {
      return Optional.empty();
    }
    double lowest = Double.POSITIVE_INFINITY;
    double highest = 0;
    int below = 0;
    for (double v : past) {
      lowest = Math.min(lowest, v);
      highest = Math.max(highest, v);
      below += v < now ? 1 : 0;
    }
    double range = highest - lowest;
    double rank = range > 0 ? Math.max(0, Math.min(1, (now - lowest) / range)) : 0.5;
    return Optional.of(
        new VolatilityRank(now, lowest, highest, rank, (double) below / past.length, past.length));
  }
}
