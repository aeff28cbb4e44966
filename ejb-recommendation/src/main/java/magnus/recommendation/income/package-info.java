/**
 * What sold options suggest: calls on shares held, puts on shares liked, later options for those
 * sold.
 */
package magnus.recommendation.income;
