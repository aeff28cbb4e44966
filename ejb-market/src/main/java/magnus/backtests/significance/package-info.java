/** How much of a difference between two series may be luck. Plain Java. */
package magnus.backtests.significance;
