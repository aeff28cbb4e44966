/**
 * Figures of one daily return series: volatility, beta, Sharpe, Sortino, drawdown, concentration.
 *
 * <p>Conventions: returns are simple (not logarithmic) and per trading day, as fractions; a year
 * has 252 trading days; standard deviations are the sample's (divisor n − 1) unless said otherwise;
 * all sums are compensated. A series that does not allow a figure gives a failure that says why,
 * never NaN or an infinity.
 */
package magnus.risk.metrics;
