/**
 * Accounting: transactions folded into lots, cash, gains and income. Exact: parts of a lot's basis
 * always add up to the whole. Root: {@link magnus.portfolio.ledger.Ledger}.
 */
package magnus.portfolio.ledger;
