package magnus.prefetch;

import java.time.Instant;
import java.util.Optional;

/**
 * Whether a user agreed that his visits are recorded, and how much is stored of him.
 *
 * @param asked whether he has said anything yet
 * @param since when he said it
 * @param version of what he was asked
 * @param demands quarters of an hour of the week for which it is stored that something of his own
 *     was asked for
 */
public record ConsentReport(
    boolean agreed,
    boolean asked,
    Optional<Instant> since,
    int version,
    long retentionDays,
    long visits,
    long accesses,
    long demands) {}
