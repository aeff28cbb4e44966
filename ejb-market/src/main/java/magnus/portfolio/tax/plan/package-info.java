/**
 * One plan for a year's end and any other day: rebalance, harvest losses, keep clear of wash sales
 * and write calls, after tax and costs. Root: {@link magnus.portfolio.tax.plan.TaxPlanner}.
 */
package magnus.portfolio.tax.plan;
