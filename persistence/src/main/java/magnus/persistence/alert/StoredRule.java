package magnus.persistence.alert;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a user wants to be told of.
 *
 * @param threshold in the kind's own unit
 * @param coolSeconds the least time from one notice to the next about the same subject
 */
public record StoredRule(
    UUID id,
    UUID account,
    String kind,
    @Nullable UUID portfolio,
    @Nullable String symbol,
    double threshold,
    long coolSeconds,
    boolean enabled,
    Instant createdAt) {}
