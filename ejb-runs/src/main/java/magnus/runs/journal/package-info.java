/** What is known of runs beyond the life of a process, as a port. */
package magnus.runs.journal;
