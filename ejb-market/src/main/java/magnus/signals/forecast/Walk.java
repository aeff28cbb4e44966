package magnus.signals.forecast;

import magnus.options.pricing.StandardNormal;
import magnus.signals.forecast.ForecastMethod.Shape;

/**
 * A method walked over a history for one horizon: at each close only outcomes that are complete by
 * then have shaped the forecast. While few windows that do not overlap are complete, the shape
 * leans on the normal one as if {@value #PRIOR} of them had been seen.
 */
public final class Walk {

  /** Windows that the normal shape counts for. */
  private static final double PRIOR = 15;

  private final ForecastMethod method;
  private final Prices prices;
  private final int sessions;
  private final double[] variances;
  private final SortedSample ends = new SortedSample();
  private final SortedSample peaks = new SortedSample();
  private final SortedSample troughs = new SortedSample();
  private final boolean paths;
  private final boolean symmetric;
  private int taken;
  private int now = -1;

  /**
   * @param paths whether touches are asked for too
   */
  public Walk(ForecastMethod method, Prices prices, int sessions, boolean paths) {
    this.method = method;
    this.prices = prices;
    this.sessions = sessions;
    this.paths = paths;
    this.symmetric = method.shape() == Shape.SYMMETRIC;
    variances = method.volatility().forecast(prices, sessions);
  }

  /** Goes on to the close of that day. */
  public void to(int day) {
    now = day;
    if (method.shape() == Shape.NORMAL) {
      return;
    }
    for (; taken + sessions <= day; taken++) {
      double scale = scale(taken);
      if (scale > 0) {
        double z = prices.growth(taken, sessions) / scale;
        ends.add(symmetric ? Math.abs(z) : z);
        if (paths) {
          double peak = 0;
          double trough = 0;
          for (int k = 1; k <= sessions; k++) {
            peak = Math.max(peak, Math.log(prices.high()[taken + k] / prices.close()[taken]));
            trough = Math.min(trough, Math.log(prices.low()[taken + k] / prices.close()[taken]));
          }
          peaks.add(peak / scale);
          (symmetric ? peaks : troughs).add((symmetric ? -trough : trough) / scale);
        }
      }
    }
  }

  private double scale(int day) {
    return Math.sqrt(variances[day] * sessions);
  }

  /** Standard deviation forecast for the logarithmic return over the horizon; 0 where too early. */
  public double deviation() {
    return scale(now);
  }

  private double trust() {
    double windows = (double) ends.size() / sessions;
    return windows / (windows + PRIOR);
  }

  /** The logarithmic return below which the outcome stays with that probability. */
  public double quantile(double probability) {
    double normal = StandardNormal.quantile(probability);
    double trust = trust();
    double seen =
        !symmetric
            ? ends.quantile(probability)
            : Math.signum(probability - 0.5) * ends.quantile(Math.abs(2 * probability - 1));
    return scale(now) * (trust * seen + (1 - trust) * normal);
  }

  /** Probability that the return over the horizon ends above a logarithmic return. */
  public double above(double growth) {
    double z = growth / scale(now);
    double trust = trust();
    double upTo =
        symmetric ? 0.5 + Math.signum(z) * 0.5 * ends.shareUpTo(Math.abs(z)) : ends.shareUpTo(z);
    return trust * (1 - upTo) + (1 - trust) * StandardNormal.cumulative(-z);
  }

  /** Probability that the price is at or beyond that logarithmic return at any time until then. */
  public double touch(double growth) {
    double z = growth / scale(now);
    if (z == 0) {
      return 1;
    }
    double trust = trust();
    double seen =
        z > 0 || symmetric
            ? 1 - peaks.shareUpTo(Math.abs(z) - 1e-12)
            : troughs.shareUpTo(z + 1e-12);
    double reflected = Math.min(1, 2 * StandardNormal.cumulative(-Math.abs(z)));
    return trust * seen + (1 - trust) * reflected;
  }
}
