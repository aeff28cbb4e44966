package magnus.risk.var;

/**
 * Scores a pair of value at risk and expected shortfall by what came; its mean is least for the
 * true pair (T. Fissler, J. F. Ziegel, "Higher order elicitability and Osband's principle", Annals
 * of Statistics 44, 2016). The member of the family whose differences do not depend on the unit: A.
 * J. Patton, J. F. Ziegel, R. Chen, "Dynamic semiparametric models for expected shortfall", Journal
 * of Econometrics 211, 2019, equation 6.
 */
final class TailScore {

  /** A forecast without loss has no logarithm; a hundredth of a per cent stands for it. */
  private static final double LEAST = 1e-4;

  private TailScore() {}

  /**
   * @param loss that came, positive
   */
  static double of(TailLoss forecast, double loss, Confidence confidence) {
    double shortfall = Math.max(LEAST, forecast.expectedShortfall());
    double value = Math.min(shortfall, forecast.valueAtRisk());
    double beyond = Math.max(0, loss - value);
    return beyond / (confidence.tail() * shortfall) + value / shortfall + Math.log(shortfall) - 1;
  }
}
