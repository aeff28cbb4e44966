/**
 * One-day value at risk and expected shortfall, how to forecast them from past returns alone, and
 * how to grade such forecasts against what came.
 *
 * <p>Losses are positive fractions: a value at risk of 0.02 at 95 % says that one day in twenty
 * loses more than 2 %.
 */
package magnus.risk.var;
