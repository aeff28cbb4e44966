/**
 * The one mapper from whatever goes wrong to problem details (RFC 9457), inside JAX-RS and out, and
 * the converters that refuse malformed parameters by name.
 */
package magnus.portal.problem;
