/** Signing in, and what nobody may do without: the interface called by the wrong people. */
package magnus.systemtests.identity;
