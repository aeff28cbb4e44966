/**
 * Many viewers of one run: a shared tail in memory, a cursor each, and the journal for the slow.
 */
package magnus.runs.viewing;
