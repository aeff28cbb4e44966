package magnus.persistence.behavior;

import java.time.Instant;
import java.util.UUID;

/**
 * A symbol that was looked at.
 *
 * @param id 0 before it is written
 * @param page the path where, empty if none was told
 */
public record StoredAccess(
    long id,
    UUID account,
    Instant accessedAt,
    Instant writtenAt,
    String symbol,
    String action,
    String page,
    String marketState,
    String portfolio) {}
