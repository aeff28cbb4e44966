package magnus.persistence.alert;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a user was told. */
public record StoredNotice(
    UUID id,
    UUID account,
    UUID rule,
    String kind,
    String subject,
    String title,
    String body,
    double figure,
    double threshold,
    Instant marketAt,
    Instant raisedAt,
    @Nullable Instant acknowledgedAt) {}
