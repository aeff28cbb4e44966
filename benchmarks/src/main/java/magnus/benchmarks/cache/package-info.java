/** Replays of working days of a portal against the smart cache, on a virtual clock. */
package magnus.benchmarks.cache;
