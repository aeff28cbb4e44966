/**
 * Loads entries that are about to end and are asked for often, before anybody has to wait for them.
 */
package magnus.cache.ahead;
