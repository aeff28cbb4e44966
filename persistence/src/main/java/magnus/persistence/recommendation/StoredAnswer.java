package magnus.persistence.recommendation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a user said to a card.
 *
 * @param until market time; for a postponed one
 * @param answeredAt wall time
 * @param marketAt market time
 */
public record StoredAnswer(
    UUID card,
    UUID account,
    UUID recommendation,
    String kind,
    String subject,
    String direction,
    String verdict,
    @Nullable String reason,
    @Nullable Instant until,
    Instant answeredAt,
    Instant marketAt) {}
