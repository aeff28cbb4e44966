package magnus.market.simulated;

import magnus.market.simulated.RandomStream.Purpose;

/**
 * The price at any moment of one session: a Brownian bridge (Lévy's midpoint construction) through
 * the opening, the day's high, its low and the close, folded back into the day's range. A pure
 * function of the day's bar and randomness, found in a dozen steps without making the path.
 */
final class IntradayPath {

  /** Parkinson (1980): a session's variance from its range. */
  private static final double PARKINSON = 1 / (4 * 0.6931471805599453);

  /**
   * Least share of a session between its high and its low: nothing falls through both in seconds.
   */
  private static final double APART = 0.06;

  private static final double FINEST = 1.0 / 4680;
  private static final long NODE = 0x9E3779B97F4A7C15L;

  private final double low;
  private final double high;
  private final double variance;
  private final long key;
  private final double[] times;
  private final double[] levels;

  /** From logarithmic prices and the randomness of the instrument's day. */
  IntradayPath(
      double open, double high, double low, double close, long seed, long subject, int day) {
    this.low = low;
    this.high = high;
    this.variance = (high - low) * (high - low) * PARKINSON;
    RandomStream random = new RandomStream(seed, subject, day, Purpose.INTRADAY);
    double highAt = turn(high, open, close, random.nextDouble());
    double lowAt = turn(low, open, close, random.nextDouble());
    if (Math.abs(highAt - lowAt) < APART && high > low) {
      double other = highAt < 0.5 ? APART : -APART;
      boolean highIsAnEnd = highAt == 0 || highAt == 1;
      lowAt = highIsAnEnd || (lowAt > 0 && lowAt < 1) ? highAt + other : lowAt;
      highAt = lowAt == 0 ? APART : lowAt == 1 ? 1 - APART : highAt;
    }
    this.key = random.nextLong();
    boolean highFirst = highAt < lowAt;
    times = new double[] {0, highFirst ? highAt : lowAt, highFirst ? lowAt : highAt, 1};
    levels = new double[] {open, highFirst ? high : low, highFirst ? low : high, close};
  }

  /** Logarithmic price after a share of the session, 0 to 1. */
  double at(double fraction) {
    int segment = fraction < times[1] ? 0 : fraction < times[2] ? 1 : 2;
    double from = times[segment];
    double to = times[segment + 1];
    double start = levels[segment];
    double end = levels[segment + 1];
    long node = segment + 1;
    while (to - from > FINEST) {
      double middle = 0.5 * (from + to);
      double between =
          folded(0.5 * (start + end) + Math.sqrt(variance * (to - from) / 4) * gaussian(node));
      boolean right = fraction >= middle;
      from = right ? middle : from;
      start = right ? between : start;
      to = right ? to : middle;
      end = right ? end : between;
      node = 4 * node + (right ? 1 : 0);
    }
    return to > from ? start + (end - start) * (fraction - from) / (to - from) : end;
  }

  /** Where in the session an extreme falls: at an end when that end is the extreme. */
  private static double turn(double extreme, double open, double close, double uniform) {
    if (extreme == open) {
      return 0;
    }
    return extreme == close ? 1 : 0.01 + 0.98 * uniform;
  }

  private double folded(double level) {
    double inside = level > high ? 2 * high - level : level < low ? 2 * low - level : level;
    return Math.max(low, Math.min(high, inside));
  }

  private double gaussian(long node) {
    double uniform = ((RandomStream.mix(key + node * NODE) >>> 11) + 0.5) * 0x1p-53;
    return NormalDistribution.quantile(uniform);
  }
}
