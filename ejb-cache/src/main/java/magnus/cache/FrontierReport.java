package magnus.cache;

import java.util.Map;

/**
 * The measured frontier beside what is in force on the node that answers.
 *
 * @param policy that chooses lifespans now
 * @param epsilonBp bound of a call that costs 1, in basis points
 * @param epsilonByTypeBp the bound of each type that prices move, in basis points
 */
public record FrontierReport(
    Frontier measured, String policy, double epsilonBp, Map<String, Double> epsilonByTypeBp) {

  public FrontierReport {
    epsilonByTypeBp =
        java.util.Collections.unmodifiableMap(new java.util.TreeMap<>(epsilonByTypeBp));
  }
}
