package magnus.recommendation.ranking;

import java.util.Map;

/**
 * What users in general think, in log odds of acceptance: where a user's own opinion begins and
 * what it falls back to.
 *
 * @param level of all advice
 * @param kinds by kind; one that is not named has the level
 * @param traits by figure
 * @param answers from which it was learned; 0 for the one that nobody taught
 */
public record Custom(double level, Map<String, Double> kinds, double[] traits, long answers) {

  public Custom {
    kinds = Map.copyOf(kinds);
  }

  /** Before anybody answered: every piece of advice as likely to be taken as not. */
  public static Custom unknown(int traits) {
    return new Custom(0, Map.of(), new double[traits], 0);
  }

  /** The probability that somebody of whom nothing is known accepts. */
  public double probability(String kind, double[] figures) {
    return Logistic.of(of(kind, figures));
  }

  double of(String kind, double[] figures) {
    double sum = level + kinds.getOrDefault(kind, 0.0);
    for (int i = 0; i < figures.length; i++) {
      sum += traits[i] * figures[i];
    }
    return sum;
  }
}
