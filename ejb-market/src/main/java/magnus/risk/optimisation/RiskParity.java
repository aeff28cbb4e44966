package magnus.risk.optimisation;

import java.util.Arrays;

/**
 * Long weights of which each contributes its budget to the portfolio's variance: the minimum of
 * ½x'Σx − Σ bᵢ ln xᵢ, scaled to 1 (F. Spinu, "An Algorithm for Computing Risk Parity Weights",
 * 2013), by cyclical coordinate descent (T. Griveau-Billion, J.-C. Richard, T. Roncalli, "A Fast
 * Algorithm for Computing High-dimensional Risk Parity Portfolios", 2013).
 */
public final class RiskParity {

  private static final int MOST_ROUNDS = 1000;
  private static final double EXACT = 1e-13;

  private RiskParity() {}

  /** Equal contributions. */
  public static double[] weights(Covariance covariance) {
    double[] budgets = new double[covariance.matrix().length];
    Arrays.fill(budgets, 1.0 / budgets.length);
    return weights(covariance, budgets);
  }

  /**
   * @param budgets shares of the variance, above 0, adding up to 1
   */
  public static double[] weights(Covariance covariance, double[] budgets) {
    double[][] sigma = covariance.matrix();
    int n = budgets.length;
    double[] x = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] = Math.sqrt(budgets[i] / sigma[i][i]);
    }
    double[] marginal = covariance.times(x);
    for (int round = 0; round < MOST_ROUNDS; round++) {
      double moved = 0;
      for (int i = 0; i < n; i++) {
        double others = marginal[i] - sigma[i][i] * x[i];
        double root = Math.sqrt(others * others + 4 * sigma[i][i] * budgets[i]);
        double next = (root - others) / (2 * sigma[i][i]);
        double step = next - x[i];
        moved = Math.max(moved, Math.abs(step) / next);
        x[i] = next;
        for (int j = 0; j < n; j++) {
          marginal[j] += step * sigma[j][i];
        }
      }
      if (moved < EXACT) {
        break;
      }
    }
    double sum = 0;
    for (double each : x) {
      sum += each;
    }
    for (int i = 0; i < n; i++) {
      x[i] /= sum;
    }
    return x;
  }
}
