package magnus.persistence.statement;

import java.time.Instant;

/** All statements of a quarter of an hour, of all nodes. */
public record StoredTotal(Instant window, long count, long nanos) {}
