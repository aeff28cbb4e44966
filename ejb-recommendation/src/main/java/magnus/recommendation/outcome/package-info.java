/** What became of advice, with what chance alone would have done. */
package magnus.recommendation.outcome;
