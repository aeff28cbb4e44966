/**
 * What a ranking that has not served yet would have brought, estimated from lists that another one
 * showed; and whether stated probabilities come true.
 */
package magnus.recommendation.evaluation;
