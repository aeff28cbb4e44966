/** From what happened to the entries that it makes wrong. */
package magnus.cache.event;
