package magnus.persistence.cache;

import java.time.LocalDate;

/**
 * How often a key is asked for in the first minutes of sessions.
 *
 * @param key of at most 500 characters
 * @param weight accesses, those of earlier sessions faded
 * @param loadMillis how long its source takes
 * @param session the one up to which it is counted
 */
public record StoredHabit(
    String shelf, String key, double weight, double loadMillis, LocalDate session) {}
