package magnus.recommendation.feedback;

import java.time.Instant;

/**
 * An answer of the past, as far as it keeps things away.
 *
 * @param action what would have been done to what
 * @param until market time until which it rules
 * @param wholeKind whether it rules over the whole kind
 */
public record Past(String kind, String action, Instant until, boolean wholeKind) {}
