/**
 * What a portal and its developers reach: REST, event streams, and the one mapper from refusals to
 * problem details.
 */
package magnus.portal;
