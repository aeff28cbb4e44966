package magnus.cache.event.learned;

import java.util.List;

/**
 * Logistic regression with a quadratic penalty, fitted by Newton's method (iteratively reweighted
 * least squares; Hastie, Tibshirani, Friedman, The Elements of Statistical Learning, 4.4.1). The
 * first column is the intercept and is not penalised.
 */
public final class LogisticRegression {

  private static final int MOST_STEPS = 100;
  private static final double SMALL_STEP = 1e-10;

  private LogisticRegression() {}

  /**
   * Fits the coefficients that maximise the log likelihood less {@code penalty / 2} times the sum
   * of their squares, the intercept's apart.
   *
   * @param rows features of each example, 1 in the first place
   * @param labels whether it came true
   * @param penalty above 0, so that there is exactly one answer
   */
  public static double[] fit(List<double[]> rows, boolean[] labels, double penalty) {
    if (rows.isEmpty() || rows.size() != labels.length || !(penalty > 0)) {
      throw new IllegalArgumentException(
          rows.size() + " rows, " + labels.length + " labels, penalty " + penalty);
    }
    int n = rows.get(0).length;
    double[] coefficients = new double[n];
    for (int step = 0; step < MOST_STEPS; step++) {
      double[] gradient = new double[n];
      double[][] curvature = new double[n][n];
      for (int i = 0; i < labels.length; i++) {
        add(rows.get(i), labels[i], coefficients, gradient, curvature);
      }
      for (int j = 0; j < n; j++) {
        double held = j == 0 ? 1e-9 : penalty;
        gradient[j] -= held * coefficients[j];
        curvature[j][j] += held;
      }
      double[] move = solve(curvature, gradient);
      double longest = 0;
      for (int j = 0; j < n; j++) {
        // A step this long only happens where the examples are all but separated.
        double bounded = Math.max(-5, Math.min(5, move[j]));
        coefficients[j] += bounded;
        longest = Math.max(longest, Math.abs(bounded));
      }
      if (longest < SMALL_STEP) {
        return coefficients;
      }
    }
    return coefficients;
  }

  private static void add(
      double[] row, boolean label, double[] coefficients, double[] gradient, double[][] curvature) {
    double p = probability(coefficients, row);
    double weight = p * (1 - p);
    for (int j = 0; j < row.length; j++) {
      gradient[j] += ((label ? 1 : 0) - p) * row[j];
      for (int k = 0; k <= j; k++) {
        curvature[j][k] += weight * row[j] * row[k];
      }
    }
  }

  /** 1 / (1 + e^(−c·x)). */
  public static double probability(double[] coefficients, double[] row) {
    double sum = 0;
    for (int j = 0; j < row.length; j++) {
      sum += coefficients[j] * row[j];
    }
    return 1 / (1 + Math.exp(-sum));
  }

  /** Cholesky's decomposition of a symmetric positive matrix, of which the lower half is given. */
  private static double[] solve(double[][] matrix, double[] right) {
    int n = right.length;
    double[][] lower = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = matrix[i][j];
        for (int k = 0; k < j; k++) {
          sum -= lower[i][k] * lower[j][k];
        }
        lower[i][j] = i == j ? Math.sqrt(Math.max(1e-12, sum)) : sum / lower[j][j];
      }
    }
    double[] solution = right.clone();
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < i; k++) {
        solution[i] -= lower[i][k] * solution[k];
      }
      solution[i] /= lower[i][i];
    }
    for (int i = n - 1; i >= 0; i--) {
      for (int k = i + 1; k < n; k++) {
        solution[i] -= lower[k][i] * solution[k];
      }
      solution[i] /= lower[i][i];
    }
    return solution;
  }
}
