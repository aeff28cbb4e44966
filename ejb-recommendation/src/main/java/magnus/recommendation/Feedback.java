package magnus.recommendation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a user says to a card.
 *
 * @param reason his own words, at most 500 characters
 * @param until market time until which a postponed one rests; a week where absent
 */
public record Feedback(Verdict action, @Nullable String reason, @Nullable Instant until) {}
