package magnus.persistence.statement;

import java.time.Instant;

/**
 * What was asked of a shelf in a quarter of an hour.
 *
 * @param loads values that its source was asked for
 * @param nanos that those took
 */
public record StoredShelfWindow(Instant window, String shelf, long asked, long loads, long nanos) {}
