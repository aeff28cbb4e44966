/** How long a value counts as fresh, and why. */
package magnus.cache.freshness;
