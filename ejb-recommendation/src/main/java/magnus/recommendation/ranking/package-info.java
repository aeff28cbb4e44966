/**
 * Which candidates a user is shown: what he thinks of each is learned from his answers, and the
 * list is drawn by a policy whose probabilities are known. Root: {@link
 * magnus.recommendation.ranking.Taste}.
 */
package magnus.recommendation.ranking;
