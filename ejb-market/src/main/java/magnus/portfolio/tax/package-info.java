/**
 * US income tax on investments, lot by lot: wash sales over all accounts of an owner, the netting
 * of gains and losses, and plans after tax. Informs; it is no tax advice and files nothing. Root:
 * {@link magnus.portfolio.tax.WashSales}.
 */
package magnus.portfolio.tax;
