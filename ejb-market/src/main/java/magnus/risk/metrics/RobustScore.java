package magnus.risk.metrics;

import java.util.Arrays;

/**
 * How far a value lies from the middle of others, in units that a few wild ones do not stretch:
 * distance from the median over 1.4826 times the median absolute deviation, which is the standard
 * deviation for normal values (B. Iglewicz, D. Hoaglin, "How to Detect and Handle Outliers", 1993).
 */
public final class RobustScore {

  private static final double NORMAL = 1.4826;

  private RobustScore() {}

  /** 0 where the others do not vary, or are fewer than three. */
  public static double of(double value, double[] others) {
    if (others.length < 3) {
      return 0;
    }
    double middle = median(others);
    double[] apart = Arrays.stream(others).map(x -> Math.abs(x - middle)).toArray();
    double spread = NORMAL * median(apart);
    return spread > 0 ? (value - middle) / spread : 0;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }
}
