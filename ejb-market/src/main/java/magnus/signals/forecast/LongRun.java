package magnus.signals.forecast;

/** Variances of means of what depends on its own past. */
public final class LongRun {

  private LongRun() {}

  /**
   * The variance that, divided by the number of values, is that of their mean, by Bartlett's
   * weights (W. K. Newey, K. D. West, "A Simple, Positive Semi-definite, Heteroskedasticity and
   * Autocorrelation Consistent Covariance Matrix", Econometrica 55, 1987).
   *
   * @param x with a mean of 0
   */
  public static double variance(double[] x, int lags) {
    double sum = 0;
    for (int lag = 0; lag <= Math.min(lags, x.length - 1); lag++) {
      double products = 0;
      for (int i = lag; i < x.length; i++) {
        products += x[i] * x[i - lag];
      }
      sum += (lag == 0 ? 1 : 2 * (1 - lag / (lags + 1.0))) * products / x.length;
    }
    return Math.max(0, sum);
  }
}
