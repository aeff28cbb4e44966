/** What every request and answer carries, whatever serves it: a request id, security headers. */
package magnus.portal.transport;
