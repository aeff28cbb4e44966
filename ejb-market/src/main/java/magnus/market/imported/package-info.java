/**
 * Files of market data, read as they stream in: unpacking, CSV, recognition of columns and kinds,
 * and what is wrong with a row. {@link magnus.market.imported.ImportReader} is the way in, {@link
 * magnus.market.imported.MarketSink} the way out. Plain Java.
 */
package magnus.market.imported;
