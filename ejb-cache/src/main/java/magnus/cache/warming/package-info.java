/**
 * Loads before the opening bell what will be asked for right after it: when, what, within which
 * budget, and what came of it.
 */
package magnus.cache.warming;
