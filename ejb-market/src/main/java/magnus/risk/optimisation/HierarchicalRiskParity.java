package magnus.risk.optimisation;

import java.util.ArrayList;
import java.util.List;

/**
 * Hierarchical risk parity (M. López de Prado, "Building Diversified Portfolios that Outperform Out
 * of Sample", Journal of Portfolio Management 42, 2016): assets are ordered by a tree of their
 * correlations (single linkage), and weight is split down the order by halves, in inverse
 * proportion to the variance of each half. Nothing is inverted, so that a singular matrix will do.
 */
public final class HierarchicalRiskParity {

  private HierarchicalRiskParity() {}

  /** Long weights. */
  public static double[] weights(Covariance covariance) {
    List<Integer> order = order(covariance);
    double[] weights = new double[order.size()];
    split(covariance.matrix(), order, 1, weights);
    return weights;
  }

  /** Leaves of the tree from left to right. */
  static List<Integer> order(Covariance covariance) {
    double[][] distances = distances(covariance.matrix());
    List<List<Integer>> clusters = new ArrayList<>();
    for (int i = 0; i < distances.length; i++) {
      clusters.add(List.of(i));
    }
    // between clusters: the nearest pair's, kept up to date as clusters merge
    List<double[]> between = new ArrayList<>();
    for (double[] row : distances) {
      between.add(row.clone());
    }
    List<Integer> live = new ArrayList<>();
    for (int i = 0; i < distances.length; i++) {
      live.add(i);
    }
    while (live.size() > 1) {
      int left = -1;
      int right = -1;
      double nearest = Double.POSITIVE_INFINITY;
      for (int a = 0; a < live.size(); a++) {
        for (int b = a + 1; b < live.size(); b++) {
          double d = between.get(live.get(a))[live.get(b)];
          if (d < nearest) {
            nearest = d;
            left = live.get(a);
            right = live.get(b);
          }
        }
      }
      List<Integer> merged = new ArrayList<>(clusters.get(left));
      merged.addAll(clusters.get(right));
      clusters.set(left, merged);
      live.remove(Integer.valueOf(right));
      for (int other : live) {
        double d = Math.min(between.get(left)[other], between.get(right)[other]);
        between.get(left)[other] = d;
        between.get(other)[left] = d;
      }
    }
    return clusters.get(live.get(0));
  }

  /** Euclidean distance between the assets' columns of √((1 − ρ)/2). */
  private static double[][] distances(double[][] sigma) {
    int n = sigma.length;
    double[][] near = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double correlation = sigma[i][j] / Math.sqrt(sigma[i][i] * sigma[j][j]);
        near[i][j] = i == j ? 0 : Math.sqrt(Math.max(0, (1 - correlation) / 2));
      }
    }
    double[][] distances = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        double sum = 0;
        for (int k = 0; k < n; k++) {
          sum += (near[i][k] - near[j][k]) * (near[i][k] - near[j][k]);
        }
        distances[i][j] = Math.sqrt(sum);
        distances[j][i] = distances[i][j];
      }
    }
    return distances;
  }

  private static void split(
      double[][] sigma, List<Integer> order, double weight, double[] weights) {
    if (order.size() == 1) {
      weights[order.get(0)] = weight;
      return;
    }
    List<Integer> left = order.subList(0, order.size() / 2);
    List<Integer> right = order.subList(order.size() / 2, order.size());
    double leftVariance = clusterVariance(sigma, left);
    double rightVariance = clusterVariance(sigma, right);
    double share = rightVariance / (leftVariance + rightVariance);
    split(sigma, left, weight * share, weights);
    split(sigma, right, weight * (1 - share), weights);
  }

  /** Variance of a cluster that is held in inverse proportion to its members' variances. */
  private static double clusterVariance(double[][] sigma, List<Integer> members) {
    double total = 0;
    double variance = 0;
    for (int i : members) {
      total += 1 / sigma[i][i];
      for (int j : members) {
        variance += sigma[i][j] / (sigma[i][i] * sigma[j][j]);
      }
    }
    return variance / (total * total);
  }
}
