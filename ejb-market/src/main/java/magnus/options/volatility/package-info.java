/** Volatilities that prices imply. */
package magnus.options.volatility;
