/** What every source of market data offers to the boundary that merges them. */
package magnus.market.feed;
