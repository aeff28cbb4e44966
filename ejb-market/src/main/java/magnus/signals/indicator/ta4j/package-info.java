/** Indicators by ta4j; the only package that knows it. */
package magnus.signals.indicator.ta4j;
