/** Time- and money-weighted returns from daily values and flows. */
package magnus.portfolio.returns;
