/** Puts prices beside positions: now, and at the close of past sessions. */
package magnus.portfolio.valuation;
