/** Results of backtests. */
package magnus.portal.backtests;
