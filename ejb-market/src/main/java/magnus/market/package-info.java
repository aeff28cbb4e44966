/**
 * Instruments and market data: simulated and imported sources behind one port, always as of market
 * time.
 */
package magnus.market;
