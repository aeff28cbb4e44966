package magnus.risk.optimisation;

import java.util.Arrays;
import java.util.List;

/**
 * Minimises ½x'Gx + g'x for a positive definite G under linear equalities and inequalities, exactly
 * but for rounding, by the dual active-set method: start at the unconstrained minimum and take in
 * one violated constraint after the other (D. Goldfarb, A. Idnani, "A numerically stable dual
 * method for solving strictly convex quadratic programs", Mathematical Programming 27, 1983; their
 * notation). A step costs O(n²).
 */
final class DualActiveSet {

  private static final double ROUNDING = 1e-12;

  private final int n;
  private final List<LinearConstraint> constraints;
  private final int equalities;

  /** Columns of J, so that its last n − q ones span the space that active constraints leave. */
  private final double[][] j;

  /** Columns of the upper triangle R. */
  private final double[][] r;

  private final double[] x;
  private final int[] active;
  private final double[] multipliers;
  private final boolean[] isActive;
  private int q;

  /**
   * @param constraints the first {@code equalities} of them hold with equality
   */
  private DualActiveSet(
      double[][] g, double[] linear, List<LinearConstraint> constraints, int equalities) {
    this.n = linear.length;
    this.constraints = constraints;
    this.equalities = equalities;
    double[][] lower = cholesky(g);
    j = inverseTransposed(lower);
    r = new double[n + 1][n + 1];
    x = new double[n];
    for (double[] column : j) {
      double along = -Covariance.dot(column, linear);
      for (int i = 0; i < n; i++) {
        x[i] += along * column[i];
      }
    }
    active = new int[n + 1];
    multipliers = new double[n + 1];
    isActive = new boolean[constraints.size()];
  }

  /**
   * @param x where the minimum is
   * @param multipliers of the constraints, in their order; not negative for inequalities
   */
  record Minimum(double[] x, double[] multipliers) {}

  /**
   * @throws Infeasible when no x fulfils all constraints
   * @throws IllegalArgumentException when G is not positive definite
   */
  static Minimum solve(
      double[][] g, double[] linear, List<LinearConstraint> constraints, int equalities) {
    DualActiveSet search = new DualActiveSet(g, linear, constraints, equalities);
    for (int c = 0; c < equalities; c++) {
      search.takeIn(c);
    }
    for (int c = search.mostViolated(); c >= 0; c = search.mostViolated()) {
      search.takeIn(c);
    }
    double[] all = new double[constraints.size()];
    for (int k = 0; k < search.q; k++) {
      all[search.active[k]] = search.multipliers[k];
    }
    return new Minimum(search.x, all);
  }

  private int mostViolated() {
    int worst = -1;
    double least = -ROUNDING;
    for (int c = equalities; c < isActive.length; c++) {
      if (!isActive[c]) {
        double slack = constraints.get(c).of(x) - constraints.get(c).bound();
        if (slack < least) {
          least = slack;
          worst = c;
        }
      }
    }
    return worst;
  }

  private void takeIn(int c) {
    LinearConstraint entering = constraints.get(c);
    double multiplier = 0;
    while (true) {
      double[] d = entering.project(j);
      double[] direction = new double[n];
      double free = 0;
      for (int k = q; k < n; k++) {
        free += d[k] * d[k];
        for (int i = 0; i < n; i++) {
          direction[i] += d[k] * j[k][i];
        }
      }
      double[] change = solveUpper(d);
      int leaving = -1;
      double dualStep = Double.POSITIVE_INFINITY;
      for (int k = 0; k < q; k++) {
        if (active[k] >= equalities && change[k] > ROUNDING) {
          double step = multipliers[k] / change[k];
          if (step < dualStep) {
            dualStep = step;
            leaving = k;
          }
        }
      }
      boolean dependent = free <= ROUNDING * Math.max(ROUNDING, Covariance.dot(d, d));
      double gap = entering.bound() - entering.of(x);
      if (dependent && c < equalities && Math.abs(gap) < 1e-9) {
        return;
      }
      double step = Math.min(dualStep, dependent ? Double.POSITIVE_INFINITY : gap / free);
      if (c < equalities && !dependent) {
        step = gap / free;
      }
      if (Double.isInfinite(step)) {
        throw new Infeasible();
      }
      for (int k = 0; k < q; k++) {
        multipliers[k] -= step * change[k];
      }
      multiplier += step;
      if (!dependent) {
        for (int i = 0; i < n; i++) {
          x[i] += step * direction[i];
        }
      }
      if (!dependent && (c < equalities || step < dualStep)) {
        add(c, multiplier, d);
        return;
      }
      drop(leaving);
    }
  }

  /** R⁻¹ of the first q entries. */
  private double[] solveUpper(double[] d) {
    double[] solution = Arrays.copyOf(d, q);
    for (int k = q - 1; k >= 0; k--) {
      solution[k] /= r[k][k];
      for (int i = 0; i < k; i++) {
        solution[i] -= r[k][i] * solution[k];
      }
    }
    return solution;
  }

  private void add(int c, double multiplier, double[] d) {
    for (int k = n - 1; k > q; k--) {
      double length = Math.hypot(d[k - 1], d[k]);
      if (length > 0) {
        double cosine = d[k - 1] / length;
        double sine = d[k] / length;
        d[k - 1] = length;
        d[k] = 0;
        rotate(k - 1, cosine, sine);
      }
    }
    System.arraycopy(d, 0, r[q], 0, q + 1);
    active[q] = c;
    multipliers[q] = multiplier;
    isActive[c] = true;
    q++;
  }

  private void drop(int leaving) {
    isActive[active[leaving]] = false;
    for (int k = leaving; k < q - 1; k++) {
      active[k] = active[k + 1];
      multipliers[k] = multipliers[k + 1];
      System.arraycopy(r[k + 1], 0, r[k], 0, k + 2);
    }
    q--;
    for (int k = leaving; k < q; k++) {
      double length = Math.hypot(r[k][k], r[k][k + 1]);
      double cosine = r[k][k] / length;
      double sine = r[k][k + 1] / length;
      for (int column = k; column < q; column++) {
        double upper = r[column][k];
        double lower = r[column][k + 1];
        r[column][k] = cosine * upper + sine * lower;
        r[column][k + 1] = cosine * lower - sine * upper;
      }
      rotate(k, cosine, sine);
    }
  }

  /** Rotates columns k and k + 1 of J. */
  private void rotate(int k, double cosine, double sine) {
    double[] first = j[k];
    double[] second = j[k + 1];
    for (int i = 0; i < n; i++) {
      double a = first[i];
      double b = second[i];
      first[i] = cosine * a + sine * b;
      second[i] = cosine * b - sine * a;
    }
  }

  private static double[][] cholesky(double[][] g) {
    int n = g.length;
    double[][] lower = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int k = 0; k <= i; k++) {
        double sum = g[i][k];
        for (int m = 0; m < k; m++) {
          sum -= lower[i][m] * lower[k][m];
        }
        if (i == k) {
          if (!(sum > 0)) {
            throw new IllegalArgumentException("not positive definite in row " + i + ": " + sum);
          }
          lower[i][i] = Math.sqrt(sum);
        } else {
          lower[i][k] = sum / lower[k][k];
        }
      }
    }
    return lower;
  }

  /** Columns of L⁻ᵀ, which are the rows of L⁻¹. */
  private static double[][] inverseTransposed(double[][] lower) {
    int n = lower.length;
    double[][] inverse = new double[n][n];
    for (int i = 0; i < n; i++) {
      inverse[i][i] = 1;
      for (int k = 0; k < i; k++) {
        double factor = lower[i][k];
        for (int m = 0; m <= k; m++) {
          inverse[i][m] -= factor * inverse[k][m];
        }
      }
      for (int m = 0; m <= i; m++) {
        inverse[i][m] /= lower[i][i];
      }
    }
    return inverse;
  }

  /** No weights fulfil all constraints. */
  static final class Infeasible extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Infeasible() {
      super("no weights fulfil all constraints together");
    }
  }
}
