package magnus.risk.simulation;

import java.util.random.RandomGenerator;

/**
 * Joint returns of many underlyings, multivariate Student t: normal vectors over the root of one
 * common chi-squared variable, so that bad days are bad for all at once. Scaled to the covariance
 * that was asked for.
 *
 * @param lower Cholesky factor of the covariance, by row
 * @param degrees of freedom, above 2
 */
public record JointReturns(double[][] lower, double degrees) {

  /** Added to a diagonal that rounding or too few returns left short of positive. */
  private static final double LEAST = 1e-12;

  /**
   * @param covariance of daily returns; rows that depend on earlier ones are allowed
   */
  public static JointReturns of(double[][] covariance, double degrees) {
    if (!(degrees > 2)) {
      throw new IllegalArgumentException("variance needs more than 2 degrees, not " + degrees);
    }
    int n = covariance.length;
    double[][] lower = new double[n][];
    for (int i = 0; i < n; i++) {
      lower[i] = new double[i + 1];
      for (int k = 0; k <= i; k++) {
        double sum = covariance[i][k];
        for (int m = 0; m < k; m++) {
          sum -= lower[i][m] * lower[k][m];
        }
        lower[i][k] =
            i == k ? Math.sqrt(Math.max(sum, LEAST * covariance[i][i])) : sum / lower[k][k];
      }
    }
    return new JointReturns(lower, degrees);
  }

  /** Fills one path and its mirror image, which has the same fat-tail factor. */
  void draw(RandomGenerator random, double[] normals, double[] path, double[] mirrored) {
    double factor = Math.sqrt((degrees - 2) / chiSquared(random));
    int n = lower.length;
    for (int i = 0; i < n; i++) {
      normals[i] = random.nextGaussian();
    }
    for (int i = 0; i < n; i++) {
      double[] row = lower[i];
      double sum = 0;
      for (int k = 0; k <= i; k++) {
        sum += row[k] * normals[k];
      }
      path[i] = factor * sum;
      mirrored[i] = -path[i];
    }
  }

  /**
   * Twice a gamma variable of shape ν/2 (G. Marsaglia, W. W. Tsang, "A Simple Method for Generating
   * Gamma Variables", ACM Transactions on Mathematical Software 26, 2000).
   */
  private double chiSquared(RandomGenerator random) {
    double d = degrees / 2 - 1.0 / 3;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double x = random.nextGaussian();
      double v = 1 + c * x;
      if (v > 0) {
        double cube = v * v * v;
        double u = 1 - random.nextDouble();
        if (Math.log(u) < 0.5 * x * x + d - d * cube + d * Math.log(cube)) {
          return 2 * d * cube;
        }
      }
    }
  }
}
