package magnus.persistence.cache;

import java.time.Instant;

/** A shelf's lifespan as an administrator has fixed it. */
public record StoredFreeze(String shelf, long millis, String frozenBy, Instant frozenAt) {}
