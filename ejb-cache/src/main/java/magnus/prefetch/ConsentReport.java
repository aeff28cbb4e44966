package magnus.prefetch;

import java.time.Instant;
import java.util.Optional;

/**
 * Whether a user agreed that his visits are recorded, and how much is stored of him.
 *
 * @param asked whether he has said anything yet
 * @param since when he said it
 * @param version of what he was asked
 */
public record ConsentReport(
    boolean agreed,
    boolean asked,
    Optional<Instant> since,
    int version,
    long retentionDays,
    long visits,
    long accesses) {}
