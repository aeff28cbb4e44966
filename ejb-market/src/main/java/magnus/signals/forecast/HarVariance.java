package magnus.signals.forecast;

import java.util.Arrays;

/**
 * Regression of the variance to come on the mean squares of the last 1, 5, 22 and 66 sessions (F.
 * Corsi, "A Simple Approximate Long-Memory Model of Realized Volatility", Journal of Financial
 * Econometrics 7, 2009, here on daily squares), fitted anew every {@value #REFIT} days to the past
 * whose outcomes are known, each day weighted by one over its squared level, with a ridge towards
 * the mean of 22 and 66 days.
 */
record HarVariance() implements VarianceModel {

  static final int REFIT = 21;
  private static final int[] WINDOWS = {1, 5, 22, 66};
  private static final int LEAST = 250;
  private static final double[] PRIOR = {0.05, 0.15, 0.4, 0.4};
  private static final double RIDGE = 20;

  @Override
  public String name() {
    return "har";
  }

  @Override
  public String words() {
    return "volatility regressed on that of the last day, week, month and quarter";
  }

  @Override
  public double[] forecast(Prices prices, int sessions) {
    int n = prices.size();
    double[] sums = new double[n + 1];
    for (int i = 0; i < n; i++) {
      sums[i + 1] = sums[i] + prices.square(i);
    }
    int target = Math.max(sessions, 5);
    int k = WINDOWS.length;
    double[][] products = new double[k][k];
    double[] with = new double[k];
    double[] coefficients = PRIOR.clone();
    double[] variances = new double[n];
    int taken = WINDOWS[k - 1];
    for (int i = WINDOWS[k - 1]; i < n; i++) {
      for (; taken + target <= i; taken++) {
        add(products, with, features(sums, taken), mean(sums, taken, target));
      }
      if (i % REFIT == 0 && taken >= LEAST) {
        coefficients = solve(products, with);
      }
      double[] x = features(sums, i);
      double level = sums[i + 1] / i;
      double sum = 0;
      for (int c = 0; c < k; c++) {
        sum += coefficients[c] * x[c];
      }
      variances[i] = Math.max(sum, level / 10);
    }
    return variances;
  }

  private static double[] features(double[] sums, int i) {
    double[] x = new double[WINDOWS.length];
    Arrays.setAll(x, c -> (sums[i + 1] - sums[i + 1 - WINDOWS[c]]) / WINDOWS[c]);
    return x;
  }

  private static double mean(double[] sums, int i, int sessions) {
    return (sums[i + 1 + sessions] - sums[i + 1]) / sessions;
  }

  private static void add(double[][] products, double[] with, double[] x, double y) {
    double level = x[2] + x[3];
    if (!(level > 0)) {
      return;
    }
    for (int a = 0; a < x.length; a++) {
      with[a] += x[a] * y / (level * level);
      for (int b = 0; b < x.length; b++) {
        products[a][b] += x[a] * x[b] / (level * level);
      }
    }
  }

  /** Ridge around the prior, by elimination; the matrix is positive definite. */
  private static double[] solve(double[][] products, double[] with) {
    int k = with.length;
    double[][] a = new double[k][];
    double[] b = with.clone();
    for (int i = 0; i < k; i++) {
      a[i] = products[i].clone();
      a[i][i] += RIDGE;
      b[i] += RIDGE * PRIOR[i];
    }
    for (int i = 0; i < k; i++) {
      for (int r = i + 1; r < k; r++) {
        double f = a[r][i] / a[i][i];
        for (int c = i; c < k; c++) {
          a[r][c] -= f * a[i][c];
        }
        b[r] -= f * b[i];
      }
    }
    for (int i = k - 1; i >= 0; i--) {
      for (int c = i + 1; c < k; c++) {
        b[i] -= a[i][c] * b[c];
      }
      b[i] /= a[i][i];
    }
    return b;
  }
}
