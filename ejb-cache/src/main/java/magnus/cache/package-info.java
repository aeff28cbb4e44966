/**
 * The smart cache: shelves whose lifespans, invalidations and warming can be explained and
 * measured. A module above opens a shelf with the loader of its values; what the market does comes
 * in through {@link magnus.cache.MarketSense} and {@link magnus.cache.Occurrence}.
 */
package magnus.cache;
