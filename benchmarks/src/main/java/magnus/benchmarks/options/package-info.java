/** Prices of options against tables, implied volatilities against real chains, and the scan. */
package magnus.benchmarks.options;
