/** What users did in the portal: which pages there are, what is accepted, and what they repeat. */
package magnus.prefetch.behavior;
