/** Adapter to Bouncy Castle, which the server brings as a module. */
package magnus.identity.bouncycastle;
