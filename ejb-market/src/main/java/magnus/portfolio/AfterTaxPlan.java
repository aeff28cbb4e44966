package magnus.portfolio;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One plan for all of an owner's taxable accounts: what to sell, lot by lot, what to buy, which
 * calls to write, what it is worth after tax and costs, and why the rest is left out. A
 * calculation, not tax advice. Model values in dollars.
 *
 * @param worth over doing nothing; the parts add up to it
 * @param parts of it, costs negative
 * @param proven whether there is no better plan under the stated rates
 * @param assumptions in words
 */
public record AfterTaxPlan(
    Instant asOf,
    List<Sale> sales,
    List<Purchase> purchases,
    List<Writing> calls,
    double worth,
    List<Part> parts,
    double taxBefore,
    double taxAfter,
    double carriedAfter,
    boolean proven,
    List<LeftOut> leftOut,
    List<Missing> missing,
    List<String> assumptions) {

  public AfterTaxPlan {
    sales = List.copyOf(sales);
    purchases = List.copyOf(purchases);
    calls = List.copyOf(calls);
    parts = List.copyOf(parts);
    leftOut = List.copyOf(leftOut);
    missing = List.copyOf(missing);
    assumptions = List.copyOf(assumptions);
  }

  /** Shares of a lot to be sold. */
  public record Sale(
      UUID lot,
      String account,
      String symbol,
      double quantity,
      double proceeds,
      double gain,
      RealisedGain.Term term) {}

  /**
   * What to buy.
   *
   * @param insteadOf the symbol that it stands in for; empty where it is wanted itself
   * @param correlation of the two; 1 where it is wanted itself
   */
  public record Purchase(String symbol, double dollars, String insteadOf, double correlation) {}

  /** Covered calls to be written. */
  public record Writing(
      String contract, String symbol, int contracts, double premium, double benefit) {}

  /** A part of what the plan is worth. */
  public record Part(String name, double dollars) {}

  /**
   * One thing left out.
   *
   * @param what lot or contract
   * @param loses by how much the best plan with it is worth less; 0 where it cannot be done
   */
  public record LeftOut(
      String what, String symbol, String reason, double loses, boolean possible) {}
}
