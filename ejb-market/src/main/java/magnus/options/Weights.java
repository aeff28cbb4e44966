package magnus.options;

import java.util.EnumMap;
import java.util.Map;

/**
 * How much each criterion counts.
 *
 * @param shares from 0 to 1; they add up to 1
 */
public record Weights(Map<Criterion, Double> shares) {

  /** The product's own. */
  public static Weights usual() {
    return of(Map.of());
  }

  /**
   * @param wished any numbers from 0 on; a criterion that is not named keeps its usual weight; all
   *     are then scaled to 1
   * @throws IllegalArgumentException quoting a weight below 0, or where all are 0
   */
  public static Weights of(Map<Criterion, Double> wished) {
    Map<Criterion, Double> shares = new EnumMap<>(Criterion.class);
    double sum = 0;
    for (Criterion c : Criterion.values()) {
      double weight = wished.getOrDefault(c, c.usualWeight());
      if (!(weight >= 0) || Double.isInfinite(weight)) {
        throw new IllegalArgumentException("weight " + weight + " of " + c + " is not from 0 on");
      }
      shares.put(c, weight);
      sum += weight;
    }
    if (!(sum > 0)) {
      throw new IllegalArgumentException("all weights are 0");
    }
    double total = sum;
    shares.replaceAll((c, weight) -> weight / total);
    return new Weights(shares);
  }

  /** Its share. */
  public double of(Criterion criterion) {
    return shares.getOrDefault(criterion, 0.0);
  }
}
