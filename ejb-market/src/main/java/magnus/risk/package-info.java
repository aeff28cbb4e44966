/**
 * Risk and performance of a portfolio. Callers come in through {@link magnus.risk.PortfolioRisk};
 * {@link magnus.risk.PortfolioAnalysis} streams the same figures as an operation. Definitions stand
 * with the classes that compute them, in the sub-packages.
 */
package magnus.risk;
