/**
 * Shelves in plain Java: one load however many ask, stale values where they are allowed, failures
 * remembered. Where entries lie and how nodes take turns are ports.
 */
package magnus.cache.shelf;
