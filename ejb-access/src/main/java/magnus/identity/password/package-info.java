/** Passwords: what a new one must be like, and how they are hashed. */
package magnus.identity.password;
