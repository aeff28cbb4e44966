/** Signals, forecasts and chances of a symbol. */
package magnus.portal.signals;
