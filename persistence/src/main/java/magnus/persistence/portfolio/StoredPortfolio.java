package magnus.persistence.portfolio;

import java.time.Instant;
import java.util.UUID;

/**
 * A portfolio as it is stored.
 *
 * @param version counts changes of name and lot method
 */
public record StoredPortfolio(
    UUID id,
    UUID owner,
    String name,
    String currency,
    String lotMethod,
    Instant createdAt,
    int version) {}
