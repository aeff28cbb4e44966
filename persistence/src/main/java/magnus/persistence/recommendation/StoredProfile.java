package magnus.persistence.recommendation;

import java.time.Instant;
import java.util.UUID;

/**
 * What a user said of himself.
 *
 * @param taxed whether gains in his accounts are taxed
 * @param shortRate share of a gain on what was held up to a year
 * @param longRate share of a gain on what was held longer
 */
public record StoredProfile(
    UUID account,
    String riskTolerance,
    int horizonYears,
    boolean taxed,
    double shortRate,
    double longRate,
    Instant changedAt) {}
