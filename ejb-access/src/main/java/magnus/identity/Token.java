package magnus.identity;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A bearer token of a program, without its secret.
 *
 * @param prefix the secret's first characters, by which its owner recognises it
 * @param expiresAt empty for never
 */
public record Token(
    UUID id,
    String name,
    String prefix,
    Instant createdAt,
    Optional<Instant> lastUsedAt,
    Optional<Instant> expiresAt) {}
