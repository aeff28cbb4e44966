/**
 * Strategies walked over past prices with costs, and how much of what they earned may be luck. The
 * streamed operation is {@link magnus.backtests.StrategyBacktest}.
 */
package magnus.backtests;
