/**
 * Portfolios with their imports and transactions. Root: {@link
 * magnus.persistence.portfolio.StoredPortfolio}; every read and write names the owner.
 */
package magnus.persistence.portfolio;
