/** Secrets that machines hold: drawn, compared and stored as digests. */
package magnus.identity.secret;
