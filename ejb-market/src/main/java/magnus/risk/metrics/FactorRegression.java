package magnus.risk.metrics;

import java.util.Arrays;
import magnus.basics.result.FailureReason;
import magnus.basics.result.Result;

/**
 * Returns explained by several factors at once: ordinary least squares with an intercept, and
 * standard errors that hold under changing volatility and short-lived autocorrelation (W. Newey, K.
 * West, "A simple, positive semi-definite, heteroskedasticity and autocorrelation consistent
 * covariance matrix", Econometrica 55, 1987).
 *
 * @param intercept per day
 * @param betas by factor
 * @param errors standard errors of the betas
 * @param inflation variance inflation of each beta by the other factors, 1 for an uncorrelated one
 * @param shares of the variance of the returns by factor, beta times covariance over variance; they
 *     add up to {@code rSquared}
 * @param lags of autocorrelation that the errors allow for
 */
public record FactorRegression(
    double intercept,
    double interceptError,
    double[] betas,
    double[] errors,
    double[] inflation,
    double[] shares,
    double rSquared,
    int observations,
    int lags) {

  /** Fewer days for each coefficient would fit noise. */
  public static final int LEAST_DAYS_A_FACTOR = 20;

  /**
   * @param factors by factor and day
   */
  public static Result<FactorRegression> of(double[] returns, double[][] factors) {
    int n = returns.length;
    int k = factors.length + 1;
    if (n < LEAST_DAYS_A_FACTOR * k) {
      return Result.failure(
          FailureReason.NOT_ENOUGH_DATA,
          factors.length
              + " factors need "
              + LEAST_DAYS_A_FACTOR * k
              + " common days, there are "
              + n
              + ".");
    }
    double variance = Moments.variance(returns);
    double[][] x = new double[k][n];
    Arrays.fill(x[0], 1);
    System.arraycopy(factors, 0, x, 1, factors.length);
    double[][] cross = new double[k][k];
    double[] right = new double[k];
    for (int i = 0; i < k; i++) {
      right[i] = dot(x[i], returns);
      for (int j = 0; j < k; j++) {
        cross[i][j] = dot(x[i], x[j]);
      }
    }
    double[][] inverse = inverse(cross);
    if (inverse.length == 0 || !(variance > 0)) {
      return Result.failure(
          FailureReason.NOT_COMPUTABLE, "The returns, or the factors, do not vary on their own.");
    }
    double[] all = times(inverse, right);
    double[] rest = returns.clone();
    for (int i = 0; i < k; i++) {
      for (int t = 0; t < n; t++) {
        rest[t] -= all[i] * x[i][t];
      }
    }
    int lags = (int) Math.floor(4 * Math.pow(n / 100.0, 2.0 / 9));
    double[] errors = errors(inverse, x, rest, lags);
    double[] betas = new double[k - 1];
    double[] inflation = new double[k - 1];
    double[] shares = new double[k - 1];
    double explained = 0;
    for (int i = 1; i < k; i++) {
      betas[i - 1] = all[i];
      inflation[i - 1] = inverse[i][i] * (n - 1) * Moments.variance(x[i]);
      shares[i - 1] = all[i] * Moments.covariance(x[i], returns) / variance;
      explained += shares[i - 1];
    }
    return Result.success(
        new FactorRegression(
            all[0],
            errors[0],
            betas,
            Arrays.copyOfRange(errors, 1, k),
            inflation,
            shares,
            explained,
            n,
            lags));
  }

  /** Roots of the diagonal of (X'X)⁻¹ S (X'X)⁻¹ · n / (n − k), S with Bartlett's weights. */
  private static double[] errors(double[][] inverse, double[][] x, double[] rest, int lags) {
    int k = x.length;
    int n = rest.length;
    double[][] middle = new double[k][k];
    for (int lag = 0; lag <= lags; lag++) {
      double weight = 1 - lag / (lags + 1.0);
      for (int i = 0; i < k; i++) {
        for (int j = 0; j < k; j++) {
          double sum = 0;
          for (int t = lag; t < n; t++) {
            sum += x[i][t] * rest[t] * x[j][t - lag] * rest[t - lag];
          }
          middle[i][j] += weight * sum;
          if (lag > 0) {
            middle[j][i] += weight * sum;
          }
        }
      }
    }
    double[] errors = new double[k];
    for (int i = 0; i < k; i++) {
      errors[i] = Math.sqrt(dot(inverse[i], times(middle, inverse[i])) * n / (n - k));
    }
    return errors;
  }

  /** By Gauss and Jordan with scaled pivots; empty for a singular matrix. */
  private static double[][] inverse(double[][] matrix) {
    int k = matrix.length;
    double[] scale = new double[k];
    double[][] work = new double[k][2 * k];
    for (int i = 0; i < k; i++) {
      scale[i] = matrix[i][i] > 0 ? 1 / Math.sqrt(matrix[i][i]) : 0;
    }
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        work[i][j] = matrix[i][j] * scale[i] * scale[j];
      }
      work[i][k + i] = 1;
    }
    for (int column = 0; column < k; column++) {
      int pivot = column;
      for (int i = column + 1; i < k; i++) {
        if (Math.abs(work[i][column]) > Math.abs(work[pivot][column])) {
          pivot = i;
        }
      }
      if (!(Math.abs(work[pivot][column]) > 1e-10)) {
        return new double[0][];
      }
      double[] row = work[pivot];
      work[pivot] = work[column];
      work[column] = row;
      double lead = row[column];
      for (int j = 0; j < 2 * k; j++) {
        row[j] /= lead;
      }
      for (int i = 0; i < k; i++) {
        double times = work[i][column];
        if (i != column && times != 0) {
          for (int j = 0; j < 2 * k; j++) {
            work[i][j] -= times * row[j];
          }
        }
      }
    }
    double[][] inverse = new double[k][k];
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        inverse[i][j] = work[i][k + j] * scale[i] * scale[j];
      }
    }
    return inverse;
  }

  private static double[] times(double[][] matrix, double[] vector) {
    double[] product = new double[matrix.length];
    for (int i = 0; i < product.length; i++) {
      product[i] = dot(matrix[i], vector);
    }
    return product;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
