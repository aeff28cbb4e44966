package magnus.portfolio;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What a plan after tax should respect. Rates and shares are fractions.
 *
 * @param accounts taxable portfolios to plan for; all where empty
 * @param shortTermRate tax on a short-term gain
 * @param longTermRate tax on a long-term gain
 * @param ordinaryRate tax on other income
 * @param years until the holdings are expected to be sold
 * @param carriedShort short-term loss carried into this year, positive, dollars
 * @param carriedLong long-term likewise
 * @param targets wanted share of each symbol of what the accounts are worth; empty: as it is now
 * @param band how far from a target counts as on it, as a share of the whole
 * @param keptCash dollars to be left in cash
 * @param tradingCosts per dollar bought or sold
 * @param deviationCosts per dollar outside of its target
 * @param never symbols not to be sold
 * @param identical groups of symbols that the owner takes as substantially identical
 * @param calls whether covered calls may be written
 */
public record TaxPlanWish(
    Set<UUID> accounts,
    double shortTermRate,
    double longTermRate,
    double ordinaryRate,
    double years,
    double carriedShort,
    double carriedLong,
    Map<String, Double> targets,
    double band,
    double keptCash,
    double tradingCosts,
    double deviationCosts,
    Set<String> never,
    List<Set<String>> identical,
    boolean calls) {

  public TaxPlanWish {
    accounts = Set.copyOf(accounts);
    targets = Map.copyOf(targets);
    never = Set.copyOf(never);
    identical = identical.stream().map(Set::copyOf).toList();
  }

  /** For all accounts, at middle rates, keeping what is held. */
  public static TaxPlanWish keeping() {
    return new TaxPlanWish(
        Set.of(), .32, .15, .32, 5, 0, 0, Map.of(), .02, 0, .0005, .02, Set.of(), List.of(), true);
  }
}
