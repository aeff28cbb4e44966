/** Importing and reading market data. */
package magnus.benchmarks.market;
