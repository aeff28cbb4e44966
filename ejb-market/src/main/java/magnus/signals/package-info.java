/**
 * What the past prices of one symbol are said to tell: indicators with the record of what they
 * said, ranges of coming returns with the share of outcomes that fell into them, chances of prices.
 * Callers come in through {@link magnus.signals.SymbolSignals}.
 */
package magnus.signals;
