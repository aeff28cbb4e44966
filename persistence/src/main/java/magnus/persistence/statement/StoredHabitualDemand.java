package magnus.persistence.statement;

import java.time.Instant;

/**
 * How often an account asks for something of its own in a quarter of an hour of the week.
 *
 * @param slot quarters of an hour since Monday 00:00 in New York
 * @param weight a count that halves every few weeks
 * @param countedAt when it was last counted
 */
public record StoredHabitualDemand(
    int slot, String shelf, String key, double weight, Instant countedAt) {}
