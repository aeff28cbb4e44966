/** Says of every answer from a shelf how old it is and how it came (RFC 9111, RFC 9211). */
package magnus.portal.freshness;
