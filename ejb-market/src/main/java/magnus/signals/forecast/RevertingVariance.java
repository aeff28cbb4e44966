package magnus.signals.forecast;

import java.util.Locale;

/**
 * Exponentially weighted variance that goes back to its long-run level as the horizon grows: after
 * k sessions the share φᵏ of the distance is left.
 *
 * @param lambda weight of yesterday's variance, 0 to 1
 * @param stays φ; 1 for a variance that stays where it is
 */
record RevertingVariance(double lambda, double stays) implements VarianceModel {

  private static final int SEED = 25;

  @Override
  public String name() {
    return (stays < 1 ? "reverting" : "ewma") + Math.round(lambda * 100);
  }

  @Override
  public String words() {
    return String.format(
        Locale.ROOT,
        "exponentially weighted volatility (λ %.2f)%s",
        lambda,
        stays < 1 ? " that goes back to its long-run level" : "");
  }

  @Override
  public double[] forecast(Prices prices, int sessions) {
    double left = stays < 1 ? (1 - Math.pow(stays, sessions)) / (1 - stays) / sessions : 1;
    double[] variances = new double[prices.size()];
    double sum = 0;
    double now = 0;
    for (int i = 1; i < variances.length; i++) {
      double square = prices.square(i);
      sum += square;
      double longRun = sum / i;
      now = i <= SEED ? longRun : lambda * now + (1 - lambda) * square;
      variances[i] = i < ConstantVariance.LEAST ? 0 : longRun + (now - longRun) * left;
    }
    return variances;
  }
}
