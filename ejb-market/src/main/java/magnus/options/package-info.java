/**
 * Options: prices, volatilities, surfaces, strategies, and what could be sold now. {@link
 * magnus.options.OptionDesk} answers, {@link magnus.options.OptionScans} scans and streams.
 */
package magnus.options;
