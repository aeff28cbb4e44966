/**
 * The cache on Infinispan: entries, turns and occurrences that all nodes share. Caches hold bytes
 * alone, written by the schema {@code magnus-cache.proto}: the server's container knows none of our
 * classes.
 */
package magnus.cache.infinispan;
