package magnus.persistence.market;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Which closings are kept.
 *
 * @param version of what was imported that they are made from
 * @param known the last session that had closed
 * @param statements that it took to make them
 */
public record StoredClosings(
    long version, LocalDate known, int symbols, Instant madeAt, double millis, int statements) {}
