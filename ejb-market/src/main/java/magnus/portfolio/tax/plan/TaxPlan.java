package magnus.portfolio.tax.plan;

import java.util.List;

/**
 * What is best to be done, and what it is worth over doing nothing.
 *
 * @param change by part; its total is what the plan is worth
 * @param proven whether no better plan exists; otherwise the time was over
 * @param leftOut what is not, or not all, in the plan, and why
 */
public record TaxPlan(
    List<Sale> sales,
    List<Purchase> purchases,
    List<Writing> writings,
    PlanValue change,
    CapitalGainTax taxBefore,
    CapitalGainTax taxAfter,
    boolean proven,
    List<LeftOut> leftOut) {

  public TaxPlan {
    sales = List.copyOf(sales);
    purchases = List.copyOf(purchases);
    writings = List.copyOf(writings);
    leftOut = List.copyOf(leftOut);
  }

  /**
   * Shares of a lot to be sold.
   *
   * @param gain dollars before costs
   */
  public record Sale(PlanLot lot, double quantity, double gain) {}

  /**
   * What to buy.
   *
   * @param insteadOf the symbol that it stands in for; empty where it is wanted itself
   * @param correlation of the two
   */
  public record Purchase(String symbol, double dollars, String insteadOf, double correlation) {}

  /** Calls to be written. */
  public record Writing(CallChoice call, int contracts) {}

  /**
   * One thing that the plan leaves out.
   *
   * @param what a lot's id or a call's
   * @param symbol whose it is
   * @param reason in words
   * @param loses by how much the best plan with it is worth less, by part; all zero where it cannot
   *     be done at all
   * @param possible whether it could be done
   */
  public record LeftOut(
      String what, String symbol, String reason, PlanValue loses, boolean possible) {}
}
