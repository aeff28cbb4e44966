package magnus.risk.optimisation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import magnus.basics.result.FailureReason;
import magnus.basics.result.Result;

/**
 * The weights that maximise μ'w − λ/2·w'Σw − costs of trading under a mandate (H. Markowitz,
 * "Portfolio Selection", Journal of Finance 7, 1952). Solved exactly by {@link DualActiveSet}.
 */
public final class MeanVariance {

  /**
   * Buying and selling the same asset changes no risk, so the problem in trades is singular. A
   * ridge around the last solution makes it regular, and repeating it takes the ridge out again
   * (the proximal point algorithm, R. T. Rockafellar, SIAM Journal on Control and Optimization 14,
   * 1976).
   */
  private static final double RIDGE = 1e-4;

  private static final int MOST_ROUNDS = 50;
  private static final double STILL = 1e-11;

  private MeanVariance() {}

  /** The least variance that the mandate allows. */
  public static Result<Weights> minimumVariance(Covariance covariance, Mandate mandate) {
    return weights(covariance, new double[mandate.assets()], 1, mandate);
  }

  /**
   * The weights nearest to others, by the variance of the difference: brings weights of a method
   * without constraints into a mandate.
   */
  public static Result<Weights> nearest(double[] target, Covariance covariance, Mandate mandate) {
    return weights(covariance, covariance.times(target), 1, mandate);
  }

  /**
   * @param expected return of each asset
   * @param aversion λ, above 0
   */
  public static Result<Weights> weights(
      Covariance covariance, double[] expected, double aversion, Mandate mandate) {
    int n = mandate.assets();
    double[][] sigma = covariance.matrix();
    double scale = IntStream.range(0, n).mapToDouble(i -> sigma[i][i] / n).sum();
    double[][] g = new double[n][n];
    double[] linear = new double[n];
    for (int i = 0; i < n; i++) {
      linear[i] = -expected[i] / (aversion * scale);
      for (int j = 0; j < n; j++) {
        g[i][j] = sigma[i][j] / scale;
      }
    }
    try {
      double[] weights =
          mandate
              .trading()
              .map(t -> traded(g, linear, mandate, t, t.cost() / (aversion * scale)))
              .orElseGet(() -> DualActiveSet.solve(g, linear, mandate.constraints(), 1).x());
      return Result.success(Weights.of(weights, mandate));
    } catch (DualActiveSet.Infeasible e) {
      return Result.failure(
          FailureReason.NOT_COMPUTABLE,
          "No weights keep to all limits together; loosen a limit of weight, group or turnover.");
    }
  }

  /** Over what is bought (the first n variables) and sold (the others), both not negative. */
  private static double[] traded(
      double[][] g, double[] linear, Mandate mandate, Mandate.Trading trading, double cost) {
    int n = linear.length;
    double[] current = trading.current();
    double[][] wide = new double[2 * n][2 * n];
    double[] wideLinear = new double[2 * n];
    for (int i = 0; i < n; i++) {
      double slope = linear[i] + Covariance.dot(g[i], current);
      wideLinear[i] = slope + cost;
      wideLinear[n + i] = cost - slope;
      for (int j = 0; j < n; j++) {
        wide[i][j] = g[i][j];
        wide[n + i][n + j] = g[i][j];
        wide[i][n + j] = -g[i][j];
        wide[n + i][j] = -g[i][j];
      }
      wide[i][i] += RIDGE;
      wide[n + i][n + i] += RIDGE;
    }
    List<LinearConstraint> constraints = new ArrayList<>();
    for (LinearConstraint c : mandate.constraints()) {
      double[] both = new double[2 * n];
      for (int i = 0; i < n; i++) {
        double coefficient = c.single() < 0 ? c.dense()[i] : c.single() == i ? c.coefficient() : 0;
        both[i] = coefficient;
        both[n + i] = -coefficient;
      }
      constraints.add(LinearConstraint.atLeast(both, c.bound() - c.of(current)));
    }
    double[] minusOnes = new double[2 * n];
    Arrays.fill(minusOnes, -1);
    constraints.add(LinearConstraint.atLeast(minusOnes, -trading.mostTurnover()));
    for (int i = 0; i < 2 * n; i++) {
      constraints.add(LinearConstraint.atLeast(i, 0));
    }
    double[] trades = new double[2 * n];
    double moved = 1;
    for (int round = 0; round < MOST_ROUNDS && moved > STILL; round++) {
      double[] around = wideLinear.clone();
      for (int i = 0; i < 2 * n; i++) {
        around[i] -= RIDGE * trades[i];
      }
      double[] next = DualActiveSet.solve(wide, around, constraints, 1).x();
      moved = 0;
      for (int i = 0; i < 2 * n; i++) {
        moved = Math.max(moved, Math.abs(next[i] - trades[i]));
      }
      trades = next;
    }
    double[] weights = current.clone();
    for (int i = 0; i < n; i++) {
      weights[i] += trades[i] - trades[n + i];
    }
    return weights;
  }
}
