/**
 * What a user is advised to look at next: candidates that modules offer, ranked by expected benefit
 * for him, with reasons, and what he said to them. Informs; never orders.
 */
package magnus.recommendation;
