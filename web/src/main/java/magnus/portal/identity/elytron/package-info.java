/** Adapter to the server's OpenID Connect client (WildFly Elytron). */
package magnus.portal.identity.elytron;
