/** Strategies and their walk over prices. Plain Java. */
package magnus.backtests.strategy;
