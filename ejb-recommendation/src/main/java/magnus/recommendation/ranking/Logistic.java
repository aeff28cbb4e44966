package magnus.recommendation.ranking;

/** Probability from log odds. */
final class Logistic {

  private Logistic() {}

  static double of(double logOdds) {
    return 1 / (1 + Math.exp(-logOdds));
  }
}
