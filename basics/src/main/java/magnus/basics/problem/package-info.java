/**
 * Refusals: how any module says no to a caller, in terms that one mapper in the web module turns
 * into RFC 9457.
 */
package magnus.basics.problem;
