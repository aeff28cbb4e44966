/** Alerts over HTTP. */
package magnus.systemtests.alerts;
