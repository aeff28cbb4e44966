/** Runs and their events, as the database keeps them; the root is {@link StoredRun}. */
package magnus.persistence.run;
