package magnus.portfolio.tax.plan;

/**
 * Another security that can stand in for one sold at a loss until that may be bought again.
 *
 * @param symbol what is sold
 * @param with what is bought
 * @param correlation of their daily returns
 * @param costs dollars per dollar for the risk that the two part
 */
public record Stand(String symbol, String with, double correlation, double costs) {}
