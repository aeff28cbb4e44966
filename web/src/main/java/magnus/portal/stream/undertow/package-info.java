/** Adapter to Undertow, the server's own listener. */
package magnus.portal.stream.undertow;
