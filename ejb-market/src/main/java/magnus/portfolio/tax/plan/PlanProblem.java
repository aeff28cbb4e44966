package magnus.portfolio.tax.plan;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * All that a plan is made from. Money in dollars.
 *
 * @param targets one for each symbol of a lot, and others that could be bought
 * @param realisedShort net short-term gain of the year so far, with what was carried into it
 * @param realisedLong net long-term gain likewise
 * @param cash that is there
 * @param keptCash that must be left
 * @param tradeCosts per dollar bought or sold
 * @param deviationCosts per dollar outside of its target
 * @param steps into how many parts a lot may be divided
 */
public record PlanProblem(
    List<PlanLot> lots,
    List<PlanTarget> targets,
    List<Stand> stands,
    List<CallChoice> calls,
    CapitalGainRates rates,
    double realisedShort,
    double realisedLong,
    double cash,
    double keptCash,
    double tradeCosts,
    double deviationCosts,
    int steps) {

  public PlanProblem {
    lots = List.copyOf(lots);
    targets = List.copyOf(targets);
    stands = List.copyOf(stands);
    calls = List.copyOf(calls);
    Set<String> symbols = new HashSet<>();
    for (PlanTarget target : targets) {
      if (!symbols.add(target.symbol())) {
        throw new IllegalArgumentException("there are two targets of " + target.symbol());
      }
    }
    for (PlanLot lot : lots) {
      if (!symbols.contains(lot.symbol())) {
        throw new IllegalArgumentException("there is no target of " + lot.symbol());
      }
    }
    if (steps < 1) {
      throw new IllegalArgumentException("steps " + steps + " is not positive");
    }
  }
}
