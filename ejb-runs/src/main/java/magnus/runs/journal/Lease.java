package magnus.runs.journal;

import java.time.Instant;

/**
 * The right to work on a run.
 *
 * @param holder one incarnation of one node
 * @param until wall time after which another may take over
 */
public record Lease(String holder, Instant until) {}
