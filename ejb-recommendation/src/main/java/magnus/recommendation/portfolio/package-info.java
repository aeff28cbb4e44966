/** Candidates from what a portfolio holds: concentration, sectors, idle cash, too much risk. */
package magnus.recommendation.portfolio;
