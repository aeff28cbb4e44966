/** For whoever runs Magnus: metrics, readiness, the interface's own description. */
package magnus.portal.operations;
