/** Portfolios, asked for by HTTP. */
package magnus.systemtests.portfolio;
