/**
 * Imported market data: instruments, daily series, option chains, rates, earnings, corporate
 * actions, and the log of what was imported when. Series and chains are stored as packed columns
 * (one row per symbol and year, one per chain day and expiry); {@link
 * magnus.persistence.market.MarketLoader} writes them, {@link
 * magnus.persistence.market.MarketStore} reads them.
 */
package magnus.persistence.market;
