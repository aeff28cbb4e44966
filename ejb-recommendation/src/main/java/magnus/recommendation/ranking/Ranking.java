package magnus.recommendation.ranking;

import java.util.List;

/**
 * Scores alternatives by expected benefit for one user: worth times the probability that he takes
 * the advice, hopeful where little is known.
 *
 * @param hope deviations above the mean that are given to the unknown
 */
public record Ranking(Kernel kernel, ListPolicy policy, double hope) {

  /** The one that serves. */
  public static Ranking shipped() {
    return new Ranking(Kernel.shipped(), ListPolicy.shipped(), 0.6);
  }

  /** By {@code worth × probability}. */
  public double[] scores(Taste taste, List<Alternative> alternatives) {
    return alternatives.stream()
        .mapToDouble(a -> a.worth() * taste.opinion(a.kind(), a.traits()).hopeful(hope))
        .toArray();
  }

  /** The rule that learning must beat: worth alone, everybody alike. */
  public static double[] ruleScores(List<Alternative> alternatives) {
    return alternatives.stream().mapToDouble(Alternative::worth).toArray();
  }
}
