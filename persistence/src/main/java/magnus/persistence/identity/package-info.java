/**
 * Accounts and everything that hangs on them: roles, sessions, tokens, provider subjects, attempts
 * to sign in, audit. The root is {@link magnus.persistence.identity.Account}.
 */
package magnus.persistence.identity;
