/**
 * What the cache leaves to be remembered by all nodes. Roots: {@link
 * magnus.persistence.cache.StoredOccurrence} and {@link magnus.persistence.cache.StoredFreeze}.
 */
package magnus.persistence.cache;
