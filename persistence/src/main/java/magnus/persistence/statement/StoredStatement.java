package magnus.persistence.statement;

import java.time.Instant;

/**
 * How often a statement ran in a quarter of an hour.
 *
 * @param cohort for whose requests
 * @param shelf for whose loads; empty for none
 * @param longest of them, in nanoseconds
 */
public record StoredStatement(
    Instant window,
    String fingerprint,
    String cohort,
    String shelf,
    long count,
    long nanos,
    long longest) {}
