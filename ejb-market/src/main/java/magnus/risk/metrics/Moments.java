package magnus.risk.metrics;

/** Means, variances and covariances in two compensated passes. */
public final class Moments {

  /** Below this share of the largest value, a standard deviation is rounding error. */
  private static final double NOISE = 1e-13;

  private Moments() {}

  /** Arithmetic mean; at least one value. */
  public static double mean(double[] values) {
    return CompensatedSum.of(values) / values.length;
  }

  /** Sample covariance, divisor n − 1; at least two pairs. */
  public static double covariance(double[] x, double[] y) {
    if (x.length != y.length) {
      throw new IllegalArgumentException(x.length + " values against " + y.length);
    }
    double meanX = mean(x);
    double meanY = mean(y);
    CompensatedSum products = new CompensatedSum();
    CompensatedSum restX = new CompensatedSum();
    CompensatedSum restY = new CompensatedSum();
    for (int i = 0; i < x.length; i++) {
      double dx = x[i] - meanX;
      double dy = y[i] - meanY;
      products.add(dx * dy);
      restX.add(dx);
      restY.add(dy);
    }
    // what the rounded means leave over (Chan, Golub, LeVeque 1983)
    double corrected = products.total() - restX.total() * restY.total() / x.length;
    return corrected / (x.length - 1);
  }

  /** Sample variance, divisor n − 1; at least two values. */
  public static double variance(double[] values) {
    return covariance(values, values);
  }

  /** Sample standard deviation; exactly 0 for a series that is constant but for rounding. */
  public static double standardDeviation(double[] values) {
    double largest = 0;
    for (double value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    double deviation = Math.sqrt(Math.max(0, variance(values)));
    return deviation <= NOISE * largest ? 0 : deviation;
  }
}
