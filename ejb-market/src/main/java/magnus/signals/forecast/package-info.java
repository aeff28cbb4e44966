/** Ranges of coming returns, walked forward and graded. Plain Java. */
package magnus.signals.forecast;
