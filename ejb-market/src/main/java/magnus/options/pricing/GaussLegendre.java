package magnus.options.pricing;

/** Nodes and weights of Gauss–Legendre quadrature on [−1, 1], by Newton's method. */
record GaussLegendre(double[] nodes, double[] weights) {

  static GaussLegendre of(int points) {
    double[] nodes = new double[points];
    double[] weights = new double[points];
    for (int i = 0; i < points; i++) {
      double x = Math.cos(Math.PI * (i + 0.75) / (points + 0.5));
      double slope = 0;
      for (int round = 0; round < 100; round++) {
        double before = 1;
        double value = x;
        for (int k = 2; k <= points; k++) {
          double next = ((2 * k - 1) * x * value - (k - 1) * before) / k;
          before = value;
          value = next;
        }
        slope = points * (x * value - before) / (x * x - 1);
        double step = value / slope;
        x -= step;
        if (Math.abs(step) < 1e-16) {
          break;
        }
      }
      nodes[i] = x;
      weights[i] = 2 / ((1 - x * x) * slope * slope);
    }
    return new GaussLegendre(nodes, weights);
  }
}
