/**
 * Alerts: what users want to be told of, looked at by the clock on one node and when a price is
 * seen, and what they were told. Callers come in through {@link magnus.alerts.Alerts}.
 */
package magnus.alerts;
