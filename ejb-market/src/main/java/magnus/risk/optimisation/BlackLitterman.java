package magnus.risk.optimisation;

import java.util.List;

/**
 * Expected returns between what the market's own weights imply and an investor's views, by Bayes'
 * rule (F. Black, R. Litterman, "Global Portfolio Optimization", Financial Analysts Journal 48,
 * 1992; formulas as in G. He, R. Litterman, "The Intuition Behind Black-Litterman Model
 * Portfolios", 1999).
 *
 * @param expected posterior mean by asset
 * @param covariance of returns given the posterior: Σ plus the uncertainty of the mean
 */
public record BlackLitterman(double[] expected, Covariance covariance) {

  /** Weight of the prior's own uncertainty, as in He and Litterman. */
  public static final double TAU = 0.05;

  /**
   * "These assets, in these proportions, will return so much."
   *
   * @param portfolio coefficients by asset; a relative view adds up to 0
   * @param expected return of that portfolio
   * @param uncertainty variance of the view's error, above 0
   */
  public record View(double[] portfolio, double expected, double uncertainty) {

    /**
     * A view held with a confidence: its variance is the prior's variance of the same portfolio
     * times (1 − c)/c, so that c is the share of the way that the mean moves towards a lone view
     * (T. Idzorek, "A step-by-step guide to the Black-Litterman model", 2005).
     *
     * @param confidence above 0, below 1
     */
    public static View held(
        double[] portfolio, double expected, double confidence, Covariance covariance) {
      if (!(confidence > 0 && confidence < 1)) {
        throw new IllegalArgumentException("confidence " + confidence + " is not within (0, 1)");
      }
      double prior = TAU * covariance.variance(portfolio);
      return new View(portfolio, expected, prior * (1 - confidence) / confidence);
    }
  }

  /** The returns for which the market's weights are the best: δΣw. */
  public static double[] implied(Covariance covariance, double[] market, double aversion) {
    double[] implied = covariance.times(market);
    for (int i = 0; i < implied.length; i++) {
      implied[i] *= aversion;
    }
    return implied;
  }

  /**
   * Takes in one view after the other, which by Bayes' rule for independent errors gives what all
   * at once would.
   */
  public static BlackLitterman posterior(Covariance covariance, double[] prior, List<View> views) {
    int n = prior.length;
    double[] mean = prior.clone();
    double[][] uncertainty = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        uncertainty[i][j] = TAU * covariance.matrix()[i][j];
      }
    }
    for (View view : views) {
      double[] reach = new Covariance(uncertainty, 0).times(view.portfolio());
      double spread = Covariance.dot(view.portfolio(), reach) + view.uncertainty();
      double surprise = (view.expected() - Covariance.dot(view.portfolio(), mean)) / spread;
      for (int i = 0; i < n; i++) {
        mean[i] += reach[i] * surprise;
        for (int j = 0; j < n; j++) {
          uncertainty[i][j] -= reach[i] * reach[j] / spread;
        }
      }
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        uncertainty[i][j] += covariance.matrix()[i][j];
      }
    }
    return new BlackLitterman(mean, new Covariance(uncertainty, covariance.shrinkage()));
  }
}
