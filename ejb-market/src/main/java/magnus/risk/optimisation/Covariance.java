package magnus.risk.optimisation;

import magnus.risk.metrics.Moments;

/**
 * A covariance matrix that can be inverted: the sample's, shrunk towards one in which all pairs
 * have the mean correlation, by the intensity that minimises the expected quadratic error (O.
 * Ledoit, M. Wolf, "Honey, I Shrunk the Sample Covariance Matrix", Journal of Portfolio Management
 * 30, 2004).
 *
 * @param matrix symmetric
 * @param shrinkage 0 (the sample's own) to 1 (one correlation for all)
 */
public record Covariance(double[][] matrix, double shrinkage) {

  /**
   * @param returns by asset and period, at least two periods
   * @throws IllegalArgumentException when an asset never moved
   */
  public static Covariance ledoitWolf(double[][] returns) {
    int n = returns.length;
    int t = returns[0].length;
    double[][] y = new double[n][t];
    for (int i = 0; i < n; i++) {
      double mean = Moments.mean(returns[i]);
      for (int k = 0; k < t; k++) {
        y[i][k] = returns[i][k] - mean;
      }
    }
    double[][] s = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = i; j < n; j++) {
        s[i][j] = dot(y[i], y[j]) / t;
        s[j][i] = s[i][j];
      }
      if (!(s[i][i] > 0)) {
        throw new IllegalArgumentException("asset " + i + " of " + n + " never moved");
      }
    }
    double meanCorrelation = meanCorrelation(s);
    double shrinkage = n == 1 ? 0 : intensity(y, s, meanCorrelation);
    double[][] shrunk = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double target = i == j ? s[i][i] : meanCorrelation * Math.sqrt(s[i][i] * s[j][j]);
        shrunk[i][j] = shrinkage * target + (1 - shrinkage) * s[i][j];
      }
    }
    return new Covariance(shrunk, shrinkage);
  }

  private static double meanCorrelation(double[][] s) {
    int n = s.length;
    double sum = 0;
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        sum += s[i][j] / Math.sqrt(s[i][i] * s[j][j]);
      }
    }
    return n == 1 ? 0 : 2 * sum / n / (n - 1);
  }

  /** (π − ρ) / γ / T of the paper's appendix B. */
  private static double intensity(double[][] y, double[][] s, double meanCorrelation) {
    int n = s.length;
    int t = y[0].length;
    double noise = 0;
    double shared = 0;
    double misfit = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double variance = 0;
        double withOwn = 0;
        for (int k = 0; k < t; k++) {
          double product = y[i][k] * y[j][k] - s[i][j];
          variance += product * product;
          withOwn += (y[i][k] * y[i][k] - s[i][i]) * product;
        }
        noise += variance / t;
        if (i == j) {
          shared += variance / t;
        } else {
          // θ(ii,ij) and θ(jj,ij) are each met once as (i, j) and (j, i) are visited
          shared += meanCorrelation * Math.sqrt(s[j][j] / s[i][i]) * withOwn / t;
          double target = meanCorrelation * Math.sqrt(s[i][i] * s[j][j]);
          misfit += (target - s[i][j]) * (target - s[i][j]);
        }
      }
    }
    return misfit > 0 ? Math.max(0, Math.min(1, (noise - shared) / misfit / t)) : 1;
  }

  /** w'Σw. */
  public double variance(double[] weights) {
    return dot(weights, times(weights));
  }

  /** Σw. */
  public double[] times(double[] weights) {
    double[] product = new double[matrix.length];
    for (int i = 0; i < product.length; i++) {
      product[i] = dot(matrix[i], weights);
    }
    return product;
  }

  /** Each asset's share of the portfolio's variance, w(Σw)/w'Σw; they add up to 1. */
  public double[] riskShares(double[] weights) {
    double[] shares = times(weights);
    double variance = dot(weights, shares);
    for (int i = 0; i < shares.length; i++) {
      shares[i] *= weights[i] / variance;
    }
    return shares;
  }

  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
