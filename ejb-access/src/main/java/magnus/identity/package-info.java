/** Who is asking: accounts, sign-in, sessions, bearer tokens, throttling, audit. */
package magnus.identity;
