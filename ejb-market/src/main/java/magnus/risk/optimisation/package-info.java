/**
 * Weights of a portfolio chosen from covariances and views, under constraints that an investor has.
 *
 * <p>Weights are fractions of the portfolio's value and add up to 1; covariances and expected
 * returns are of simple returns over one period, the same for all arguments.
 */
package magnus.risk.optimisation;
