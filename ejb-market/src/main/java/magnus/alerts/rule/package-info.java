/** When a rule tells of something, and when it may again. Plain Java. */
package magnus.alerts.rule;
