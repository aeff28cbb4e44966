/** What a chain's quotes say together: forwards, volatilities, a surface without arbitrage. */
package magnus.options.surface;
