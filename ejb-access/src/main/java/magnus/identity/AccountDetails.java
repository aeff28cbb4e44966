package magnus.identity;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * An account as administrators see it.
 *
 * @param hasPassword false for who signs in by the OpenID provider only
 */
public record AccountDetails(
    UUID id,
    String name,
    Set<Role> roles,
    boolean enabled,
    boolean hasPassword,
    Instant createdAt) {}
