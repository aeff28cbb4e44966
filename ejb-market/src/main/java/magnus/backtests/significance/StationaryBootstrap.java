package magnus.backtests.significance;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Compares two series of daily returns by drawing their days together in blocks of random length
 * (D. N. Politis, J. P. Romano, "The Stationary Bootstrap", Journal of the American Statistical
 * Association 89, 1994), so that calm and restless times stay together.
 *
 * @param meanDifference of the daily logarithmic returns, first less second
 * @param low lower end of its 95 % interval
 * @param high upper end
 * @param meanChance two-sided probability of such a difference where there is none
 * @param sharpeDifference of the daily Sharpe ratios
 * @param sharpeChance likewise
 */
public record StationaryBootstrap(
    double meanDifference,
    double low,
    double high,
    double meanChance,
    double sharpeDifference,
    double sharpeChance) {

  /** Days that a block has on average: a month. */
  public static final int BLOCK = 21;

  /** Times that the series are drawn. */
  public static final int DRAWS = 2_000;

  private static final long SEED = 1;

  /** Of logarithmic returns by the same days, above what cash paid. */
  public static StationaryBootstrap of(double[] one, double[] other) {
    int n = one.length;
    double mean = mean(one) - mean(other);
    double sharpe = sharpe(one) - sharpe(other);
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
    double[] means = new double[DRAWS];
    int meansBeyond = 0;
    int sharpesBeyond = 0;
    double[] a = new double[n];
    double[] b = new double[n];
    for (int draw = 0; draw < DRAWS; draw++) {
      int at = 0;
      for (int i = 0; i < n; i++) {
        at = i == 0 || random.nextInt(BLOCK) == 0 ? random.nextInt(n) : (at + 1) % n;
        a[i] = one[at];
        b[i] = other[at];
      }
      means[draw] = mean(a) - mean(b);
      meansBeyond += Math.abs(means[draw] - mean) >= Math.abs(mean) ? 1 : 0;
      sharpesBeyond += Math.abs(sharpe(a) - sharpe(b) - sharpe) >= Math.abs(sharpe) ? 1 : 0;
    }
    Arrays.sort(means);
    return new StationaryBootstrap(
        mean,
        means[(int) (0.025 * DRAWS)],
        means[(int) (0.975 * DRAWS)],
        (meansBeyond + 1.0) / (DRAWS + 1),
        sharpe,
        (sharpesBeyond + 1.0) / (DRAWS + 1));
  }

  private static double mean(double[] x) {
    double sum = 0;
    for (double each : x) {
      sum += each;
    }
    return sum / x.length;
  }

  /** Mean over standard deviation, of a day; 0 where nothing moves. */
  static double sharpe(double[] x) {
    double mean = mean(x);
    double squares = 0;
    for (double each : x) {
      squares += (each - mean) * (each - mean);
    }
    double deviation = Math.sqrt(squares / x.length);
    return deviation > 0 ? mean / deviation : 0;
  }
}
