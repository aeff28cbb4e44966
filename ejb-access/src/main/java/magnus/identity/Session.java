package magnus.identity;

import java.time.Instant;
import java.util.UUID;

/**
 * A browser that is signed in.
 *
 * @param way "PASSWORD" or "OIDC"
 * @param endsAt when it ends if it is not used again
 */
public record Session(
    UUID id,
    Caller caller,
    String way,
    Instant createdAt,
    Instant lastSeenAt,
    Instant endsAt,
    String address,
    String agent) {}
