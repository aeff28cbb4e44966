/** Replays of a portal whose users have habits: what loading ahead saves, wastes and costs. */
package magnus.benchmarks.prefetch;
