/** What answers keep away, and what they teach. */
package magnus.recommendation.feedback;
