/** Signals, forecasts and backtests over HTTP. */
package magnus.systemtests.signals;
