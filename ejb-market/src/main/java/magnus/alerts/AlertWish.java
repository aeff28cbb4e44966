package magnus.alerts;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A rule as its user wants it.
 *
 * @param coolMinutes 0 to 43200
 */
public record AlertWish(
    AlertKind kind,
    @Nullable UUID portfolio,
    @Nullable String symbol,
    double threshold,
    long coolMinutes,
    boolean enabled) {}
