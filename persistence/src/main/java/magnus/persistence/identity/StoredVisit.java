package magnus.persistence.identity;

import java.time.Instant;
import java.util.UUID;

/** A time in which an account used the portal without a longer pause. */
public record StoredVisit(UUID account, Instant startedAt, Instant endedAt) {}
