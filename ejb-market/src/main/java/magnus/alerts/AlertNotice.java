package magnus.alerts;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a user was told.
 *
 * @param subject the symbol, portfolio or report that it is about
 * @param marketAt the market time at which it was so
 * @param raisedAt when it was told
 * @param acknowledgedAt when he saw it; null until then
 */
public record AlertNotice(
    UUID id,
    UUID rule,
    AlertKind kind,
    String subject,
    String title,
    String body,
    double figure,
    double threshold,
    Instant marketAt,
    Instant raisedAt,
    @Nullable Instant acknowledgedAt) {}
