package magnus.benchmarks.cache;

import java.util.SplittableRandom;
import magnus.basics.time.Session;
import magnus.benchmarks.cache.ReplayMarket.Quoted;

/**
 * A price for each second of a portal's day, through what the daily bar tells. Between the bells
 * Brownian bridges on plain clock time lead from open to close by way of the two extremes (the one
 * farther from the close first) at random times, held inside them, with the variance that the day's
 * range implies (Parkinson, Journal of Business, 1980). Outside the session one bridge leads from a
 * close to the next open over the nine and a half hours that are traded there, with the variance of
 * the gaps before.
 */
final class IntradayPath {

  private static final double OUTSIDE = 9.5 * 3_600;
  private static final double AFTER_HOURS = 4 * 3_600;

  private final SplittableRandom random;
  private final double[] prices;

  private IntradayPath(int seconds, SplittableRandom random) {
    this.prices = new double[seconds + 1];
    this.random = random;
  }

  /**
   * Draws one.
   *
   * @param first epoch second of the first price
   * @param seconds how many follow it
   */
  static double[] draw(
      Quoted quoted, Session session, long first, int seconds, SplittableRandom random) {
    IntradayPath path = new IntradayPath(seconds, random);
    int open = (int) (session.open().getEpochSecond() - first);
    int close = (int) (session.close().getEpochSecond() - first);
    path.beforeTheOpen(quoted, open);
    path.session(quoted, open, close);
    path.afterTheClose(quoted, close, seconds);
    for (int i = 0; i <= seconds; i++) {
      path.prices[i] = Math.exp(path.prices[i]);
    }
    return path.prices;
  }

  private void beforeTheOpen(Quoted quoted, int open) {
    double from = Math.log(quoted.previousClose());
    double to = Math.log(quoted.bar().open());
    double done = 1 - open / OUTSIDE;
    double start =
        from
            + (to - from) * done
            + quoted.overnight() * Math.sqrt(done * (1 - done)) * random.nextGaussian();
    bridge(0, start, open, to, quoted.overnight() / Math.sqrt(OUTSIDE), -1e9, 1e9);
  }

  private void session(Quoted quoted, int open, int close) {
    double low = Math.log(quoted.bar().low());
    double high = Math.log(quoted.bar().high());
    boolean rose = quoted.bar().close() >= quoted.bar().open();
    double perSecond = (high - low) / (2 * Math.sqrt(Math.log(2))) / Math.sqrt(close - open);
    int one = random.nextInt(open + 1, close - 1);
    int other = random.nextInt(open + 1, close - 1);
    int early = Math.min(one, other);
    int late = Math.max(early + 1, Math.max(one, other));
    double start = Math.log(quoted.bar().open());
    double end = Math.log(quoted.bar().close());
    bridge(open, start, early, rose ? low : high, perSecond, low, high);
    bridge(early, rose ? low : high, late, rose ? high : low, perSecond, low, high);
    bridge(late, rose ? high : low, close, end, perSecond, low, high);
  }

  private void afterTheClose(Quoted quoted, int close, int end) {
    double from = Math.log(quoted.bar().close());
    double to = Math.log(quoted.nextOpen());
    double perSecond = quoted.overnight() / Math.sqrt(OUTSIDE);
    double now = from;
    prices[close] = from;
    double left = OUTSIDE;
    for (int i = close + 1; i <= end; i++) {
      if (i - close < AFTER_HOURS) {
        now += (to - now) / left + perSecond * random.nextGaussian();
        left--;
      }
      prices[i] = now;
    }
  }

  private void bridge(
      int from, double start, int to, double end, double perSecond, double low, double high) {
    double now = start;
    prices[from] = start;
    for (int i = from + 1; i < to; i++) {
      double left = to - i + 1;
      now += (end - now) / left + perSecond * Math.sqrt((left - 1) / left) * random.nextGaussian();
      now = now > high ? Math.max(low, 2 * high - now) : now;
      now = now < low ? Math.min(high, 2 * low - now) : now;
      prices[i] = now;
    }
    prices[to] = end;
  }
}
