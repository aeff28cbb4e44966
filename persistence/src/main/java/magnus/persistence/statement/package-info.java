/**
 * The statements that the product runs, by fingerprint: counted, timed, kept by the quarter hour.
 */
package magnus.persistence.statement;
