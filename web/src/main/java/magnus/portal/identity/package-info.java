/** Sign-in, sessions, tokens and accounts over HTTP, and who the caller of a request is. */
package magnus.portal.identity;
