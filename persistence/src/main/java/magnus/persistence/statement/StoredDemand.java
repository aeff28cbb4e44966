package magnus.persistence.statement;

import java.util.Optional;
import java.util.UUID;

/**
 * How much a key of a shelf is asked for in a quarter of an hour of the week.
 *
 * @param account whose it is; empty where it is nobody's own
 * @param weight times asked, those of earlier weeks for less
 */
public record StoredDemand(String shelf, String key, Optional<UUID> account, double weight) {}
