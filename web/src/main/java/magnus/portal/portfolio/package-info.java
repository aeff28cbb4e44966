/** Portfolios over REST: holdings, lots, transactions, and the import of brokers' files. */
package magnus.portal.portfolio;
