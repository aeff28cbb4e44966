/** Alerts: rules, and what they told. */
package magnus.portal.alerts;
