package magnus.risk.metrics;

import java.util.Map;
import java.util.TreeMap;
import magnus.basics.result.FailureReason;
import magnus.basics.result.Result;

/**
 * How much of what is invested sits in few names. Weights are absolute exposures by name over their
 * sum: cash is left out and a short position counts like a long one.
 *
 * @param herfindahl sum of squared weights, 1/n (evenly spread over n) to 1 (one name) (A. O.
 *     Hirschman 1945, O. C. Herfindahl 1950)
 * @param effectiveHoldings 1 / {@code herfindahl}: the number of equal holdings that would be as
 *     concentrated
 * @param largest the heaviest name; the first by symbol where two weigh the same
 */
public record Concentration(double herfindahl, double effectiveHoldings, Weight largest) {

  /**
   * One name's share.
   *
   * @param weight fraction of the sum of absolute exposures, 0 to 1
   */
  public record Weight(String symbol, double weight) {}

  /**
   * @param exposures money by symbol, any sign
   */
  public static Result<Concentration> of(Map<String, Double> exposures) {
    CompensatedSum gross = new CompensatedSum();
    exposures.values().forEach(e -> gross.add(Math.abs(e)));
    if (!(gross.total() > 0)) {
      return Result.failure(
          FailureReason.NOT_COMPUTABLE, "Concentration is not defined: nothing is invested.");
    }
    CompensatedSum squares = new CompensatedSum();
    Weight largest = new Weight("", -1);
    for (Map.Entry<String, Double> e : new TreeMap<>(exposures).entrySet()) {
      double weight = Math.abs(e.getValue()) / gross.total();
      squares.add(weight * weight);
      if (weight > largest.weight()) {
        largest = new Weight(e.getKey(), weight);
      }
    }
    return Result.success(new Concentration(squares.total(), 1 / squares.total(), largest));
  }
}
