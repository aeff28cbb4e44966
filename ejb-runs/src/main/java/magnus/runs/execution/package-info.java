/** How this node works on runs: queue, steps, repetition after an interruption, leases. */
package magnus.runs.execution;
