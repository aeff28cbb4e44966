package magnus.alerts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a user wants to be told of.
 *
 * @param portfolio for kinds that are about one
 * @param symbol for kinds that are about one
 * @param threshold in the kind's unit: a price, a fraction, days, or usual daily moves
 * @param coolMinutes the least market time from one notice to the next about the same subject
 * @param words the rule as a sentence
 * @param disarmed subjects that were told of and have not calmed down since
 */
public record AlertRule(
    UUID id,
    AlertKind kind,
    @Nullable UUID portfolio,
    @Nullable String symbol,
    double threshold,
    long coolMinutes,
    boolean enabled,
    Instant createdAt,
    String words,
    List<String> disarmed) {}
