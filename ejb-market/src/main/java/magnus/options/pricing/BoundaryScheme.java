package magnus.options.pricing;

/**
 * How finely an exercise boundary is computed: everything that does not depend on the option.
 *
 * <p>Times to expiry are u = T·x⁴; the square of the boundary's logarithm is interpolated in x at
 * Chebyshev points. (The paper has u = T·x²; the fourth power tames what is left of the logarithm
 * of time near expiry, and gives two more digits with as many points.) Integrals over a time to
 * expiry from 0 to τ run over θ in (0, π/2) with u = τ·sin²θ, which removes the roots of both ends,
 * by Gauss–Legendre.
 */
final class BoundaryScheme {

  /** Errors about 1e-6 of the strike: one value in some 20 µs. */
  static final BoundaryScheme QUICK = new BoundaryScheme(8, 14, 24, 5);

  static final BoundaryScheme[] ACCURATE = {
    new BoundaryScheme(14, 28, 64, 30),
    new BoundaryScheme(24, 56, 128, 30),
    new BoundaryScheme(40, 96, 224, 30),
    new BoundaryScheme(64, 144, 320, 30)
  };

  final int degree;
  final int inner;
  final int outer;
  final int rounds;

  /** Shares of the whole time at the Chebyshev points: their fourth powers. */
  final double[] time;

  /** Chebyshev points in x, descending from 1 to 0; {@code degree + 1} of them. */
  final double[] x;

  /** sin²θ, cosθ and the weight (with du = 2τ·sinθ·cosθ·dθ, without τ) of the inner rule. */
  final double[] share;

  final double[] root;
  final double[] weight;

  final double[] outerShare;
  final double[] outerRoot;
  final double[] outerWeight;

  /**
   * From values at the points to those at the inner nodes of each point, and at the outer nodes.
   */
  final double[][][] toInner;

  final double[][] toOuter;

  private BoundaryScheme(int degree, int inner, int outer, int rounds) {
    this.degree = degree;
    this.inner = inner;
    this.outer = outer;
    this.rounds = rounds;
    x = new double[degree + 1];
    for (int i = 0; i <= degree; i++) {
      x[i] = 0.5 * (1 + Math.cos(Math.PI * i / degree));
    }
    x[degree] = 0;
    time = new double[degree + 1];
    for (int i = 0; i <= degree; i++) {
      time[i] = Math.pow(x[i], 4);
    }
    share = new double[inner];
    root = new double[inner];
    weight = new double[inner];
    rule(inner, share, root, weight);
    outerShare = new double[outer];
    outerRoot = new double[outer];
    outerWeight = new double[outer];
    rule(outer, outerShare, outerRoot, outerWeight);
    toInner = new double[degree + 1][inner][];
    for (int i = 0; i <= degree; i++) {
      for (int k = 0; k < inner; k++) {
        toInner[i][k] = row(x[i] * Math.sqrt(Math.sqrt(share[k])));
      }
    }
    toOuter = new double[outer][];
    for (int k = 0; k < outer; k++) {
      toOuter[k] = row(Math.sqrt(Math.sqrt(outerShare[k])));
    }
  }

  private static void rule(int points, double[] share, double[] root, double[] weight) {
    GaussLegendre rule = GaussLegendre.of(points);
    for (int k = 0; k < points; k++) {
      double angle = Math.PI / 4 * (1 + rule.nodes()[k]);
      double sine = Math.sin(angle);
      share[k] = sine * sine;
      root[k] = Math.cos(angle);
      weight[k] = Math.PI / 4 * rule.weights()[k] * 2 * sine * root[k];
    }
  }

  /** The weights of barycentric interpolation at a place. */
  private double[] row(double place) {
    double[] row = new double[degree + 1];
    double sum = 0;
    for (int j = 0; j <= degree; j++) {
      if (Math.abs(place - x[j]) < 1e-15) {
        double[] exact = new double[degree + 1];
        exact[j] = 1;
        return exact;
      }
      double w = (j % 2 == 0 ? 1 : -1) * (j == 0 || j == degree ? 0.5 : 1) / (place - x[j]);
      row[j] = w;
      sum += w;
    }
    for (int j = 0; j <= degree; j++) {
      row[j] /= sum;
    }
    return row;
  }
}
