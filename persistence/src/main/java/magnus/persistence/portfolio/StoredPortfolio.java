package magnus.persistence.portfolio;

import java.time.Instant;
import java.util.UUID;

/**
 * A portfolio as it is stored.
 *
 * @param version counts changes of name, lot method and tax treatment
 */
public record StoredPortfolio(
    UUID id,
    UUID owner,
    String name,
    String currency,
    String lotMethod,
    String taxTreatment,
    Instant createdAt,
    int version) {}
