/**
 * Portfolios: transactions are the truth, from which lots, positions, cash, gains and returns are
 * computed. The aggregate's root is {@link magnus.portfolio.Portfolio}; callers come in through
 * {@link magnus.portfolio.Portfolios}.
 */
package magnus.portfolio;
