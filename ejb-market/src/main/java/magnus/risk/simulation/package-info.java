/**
 * Tomorrow simulated: value at risk by Monte Carlo with every position revalued on every path.
 *
 * <p>Gains are money, returns are fractions over one day, losses positive.
 */
package magnus.risk.simulation;
