package magnus.risk.optimisation;

/**
 * Weights that keep to a mandate.
 *
 * @param weights by asset, adding up to 1
 * @param violation by how much the most violated limit is missed; rounding only
 */
public record Weights(double[] weights, double violation) {

  static Weights of(double[] weights, Mandate mandate) {
    double worst = 0;
    boolean equality = true;
    for (LinearConstraint c : mandate.constraints()) {
      double slack = c.of(weights) - c.bound();
      worst = Math.max(worst, equality ? Math.abs(slack) : -slack);
      equality = false;
    }
    return new Weights(weights, worst);
  }
}
