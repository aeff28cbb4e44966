package magnus.runs;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A run as its owner sees it.
 *
 * @param operation name of the operation
 * @param parameters as given and checked at start
 * @param progress share of the work that is done, 0–1
 * @param asOf market time that all its steps read at
 * @param startedAt wall time
 * @param endedAt wall time; empty while it is under way
 * @param lastSequence sequence of its last event so far
 */
public record Run(
    UUID id,
    String operation,
    Map<String, String> parameters,
    RunStatus status,
    double progress,
    Instant asOf,
    Instant startedAt,
    Optional<Instant> endedAt,
    long lastSequence) {}
