package magnus.market.simulated;

import java.util.Arrays;

/** Plain sample statistics for the tests of this package. */
final class Statistics {

  private Statistics() {}

  static double mean(double[] x) {
    return Arrays.stream(x).average().orElseThrow();
  }

  static double deviation(double[] x) {
    double mean = mean(x);
    return Math.sqrt(Arrays.stream(x).map(v -> (v - mean) * (v - mean)).sum() / (x.length - 1));
  }

  /** Fourth standardised moment: 3 for the normal law. */
  static double kurtosis(double[] x) {
    double mean = mean(x);
    double second = Arrays.stream(x).map(v -> (v - mean) * (v - mean)).sum() / x.length;
    double fourth = Arrays.stream(x).map(v -> Math.pow(v - mean, 4)).sum() / x.length;
    return fourth / (second * second);
  }

  static double correlation(double[] x, double[] y) {
    double meanX = mean(x);
    double meanY = mean(y);
    double xy = 0;
    double xx = 0;
    double yy = 0;
    for (int i = 0; i < x.length; i++) {
      xy += (x[i] - meanX) * (y[i] - meanY);
      xx += (x[i] - meanX) * (x[i] - meanX);
      yy += (y[i] - meanY) * (y[i] - meanY);
    }
    return xy / Math.sqrt(xx * yy);
  }

  /** Correlation of x with y so many steps later. */
  static double lagged(double[] x, double[] y, int lag) {
    return correlation(Arrays.copyOf(x, x.length - lag), Arrays.copyOfRange(y, lag, y.length));
  }

  static double[] absolute(double[] x) {
    return Arrays.stream(x).map(Math::abs).toArray();
  }

  static double quantile(double[] x, double p) {
    double[] sorted = x.clone();
    Arrays.sort(sorted);
    return sorted[(int) Math.round(p * (sorted.length - 1))];
  }
}
