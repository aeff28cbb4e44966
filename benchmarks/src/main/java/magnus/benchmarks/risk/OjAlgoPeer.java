package magnus.benchmarks.risk;

import magnus.risk.optimisation.Covariance;
import org.ojalgo.matrix.store.R064Store;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.convex.ConvexSolver;

/** The same mean–variance problem for ojAlgo's quadratic solver. */
final class OjAlgoPeer {

  private OjAlgoPeer() {}

  /** Long weights up to {@code most} that maximise μ'w − λ/2·w'Σw. */
  static double[] weights(Covariance covariance, double[] expected, double aversion, double most) {
    int n = expected.length;
    double scale = 0;
    for (int i = 0; i < n; i++) {
      scale += covariance.matrix()[i][i] / n;
    }
    R064Store q = R064Store.FACTORY.make(n, n);
    R064Store c = R064Store.FACTORY.make(n, 1);
    R064Store ones = R064Store.FACTORY.make(1, n);
    R064Store limits = R064Store.FACTORY.make(2L * n, n);
    R064Store bounds = R064Store.FACTORY.make(2L * n, 1);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        q.set(i, j, covariance.matrix()[i][j] / scale);
      }
      c.set(i, 0, expected[i] / (aversion * scale));
      ones.set(0, i, 1);
      limits.set(i, i, -1);
      limits.set(n + i, i, 1);
      bounds.set(n + i, 0, most);
    }
    R064Store one = R064Store.FACTORY.make(1, 1);
    one.set(0, 0, 1);
    Optimisation.Result result =
        ConvexSolver.newBuilder()
            .objective(q, c)
            .equalities(ones, one)
            .inequalities(limits, bounds)
            .build()
            .solve();
    double[] weights = new double[n];
    for (int i = 0; i < n; i++) {
      weights[i] = result.doubleValue(i);
    }
    return weights;
  }
}
