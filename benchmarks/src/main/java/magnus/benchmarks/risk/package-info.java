/** Risk figures and optimised portfolios on real prices, beside other methods and libraries. */
package magnus.benchmarks.risk;
