/** Event streams: how a run's events travel to many viewers without a thread for each. */
package magnus.portal.stream;
