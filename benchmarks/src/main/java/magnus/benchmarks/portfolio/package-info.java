/** Valuing and analysing portfolios. */
package magnus.benchmarks.portfolio;
