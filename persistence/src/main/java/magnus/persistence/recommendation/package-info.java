/**
 * What users were recommended, how likely it was drawn, and what they said to it. Root: {@link
 * magnus.persistence.recommendation.StoredList}.
 */
package magnus.persistence.recommendation;
