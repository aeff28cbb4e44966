package magnus.signals.indicator;

import magnus.options.pricing.StandardNormal;
import magnus.signals.forecast.LongRun;

/**
 * How often a claim came true where it was made, against how often its outcome came anyway. Windows
 * of outcomes overlap, so the interval of the difference is one that allows for it: W. K. Newey, K.
 * D. West, "A Simple, Positive Semi-definite, Heteroskedasticity and Autocorrelation Consistent
 * Covariance Matrix", Econometrica 55, 1987, with lags of twice the window.
 *
 * @param days judged: those with an indicator and a known outcome
 * @param claims days on which the claim was made
 * @param episodes claims that are at least a window apart
 * @param hitRate share of claims that came true
 * @param baseRate share of all judged days with that outcome
 * @param low lower end of the 95 % interval of hitRate − baseRate
 * @param high upper end
 * @param chance two-sided probability of such a difference where there is none
 */
public record TrackRecord(
    int days,
    int claims,
    int episodes,
    double hitRate,
    double baseRate,
    double low,
    double high,
    double chance) {

  /** Fewer say nothing. */
  public static final int LEAST_EPISODES = 10;

  private static final double WIDE = 1.959964;

  /**
   * @param claimed by judged day, in order of time
   * @param came whether the outcome came, by the same days
   * @param window sessions from a claim to its outcome
   */
  public static TrackRecord of(boolean[] claimed, boolean[] came, int window) {
    int n = claimed.length;
    int claims = 0;
    int hits = 0;
    int outcomes = 0;
    int episodes = 0;
    int free = 0;
    for (int i = 0; i < n; i++) {
      outcomes += came[i] ? 1 : 0;
      if (claimed[i]) {
        claims++;
        hits += came[i] ? 1 : 0;
        if (i >= free) {
          episodes++;
          free = i + window;
        }
      }
    }
    if (claims == 0 || claims == n) {
      double rate = n == 0 ? Double.NaN : (double) outcomes / n;
      return new TrackRecord(n, claims, episodes, claims == 0 ? Double.NaN : rate, rate, -1, 1, 1);
    }
    double share = (double) claims / n;
    double hitRate = (double) hits / claims;
    double base = (double) outcomes / n;
    double[] influence = new double[n];
    for (int i = 0; i < n; i++) {
      double y = came[i] ? 1 : 0;
      influence[i] = (claimed[i] ? (y - hitRate) / share : 0) - (y - base);
    }
    double error = Math.sqrt(LongRun.variance(influence, 2 * window) / n);
    double edge = hitRate - base;
    double chance = error > 0 ? 2 * StandardNormal.cumulative(-Math.abs(edge) / error) : 1;
    return new TrackRecord(
        n, claims, episodes, hitRate, base, edge - WIDE * error, edge + WIDE * error, chance);
  }

  /** Hit rate less base rate. */
  public double edge() {
    return hitRate - baseRate;
  }

  /**
   * Whether the difference is more than chance gives, with so many claims looked at together
   * (Bonferroni).
   */
  public boolean distinguishable(int looked) {
    return episodes >= LEAST_EPISODES && chance * looked < 0.05;
  }
}
