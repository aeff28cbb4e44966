package magnus.risk.optimisation;

/**
 * normal · x ≥ bound.
 *
 * @param single index of the only variable with a coefficient, or −1
 * @param coefficient of that variable
 * @param dense all coefficients where there are several; empty otherwise
 */
record LinearConstraint(int single, double coefficient, double[] dense, double bound) {

  static LinearConstraint atLeast(int variable, double bound) {
    return new LinearConstraint(variable, 1, new double[0], bound);
  }

  static LinearConstraint atMost(int variable, double bound) {
    return new LinearConstraint(variable, -1, new double[0], -bound);
  }

  static LinearConstraint atLeast(double[] coefficients, double bound) {
    return new LinearConstraint(-1, 0, coefficients, bound);
  }

  double of(double[] x) {
    return single >= 0 ? coefficient * x[single] : Covariance.dot(dense, x);
  }

  /** The normal in the columns of a matrix whose rows are given: rows · normal. */
  double[] project(double[][] rows) {
    double[] d = new double[rows.length];
    for (int i = 0; i < d.length; i++) {
      d[i] = single >= 0 ? coefficient * rows[i][single] : Covariance.dot(rows[i], dense);
    }
    return d;
  }
}
