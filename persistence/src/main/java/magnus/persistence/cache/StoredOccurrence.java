package magnus.persistence.cache;

import java.time.Instant;

/**
 * Something that happened, and what it reached.
 *
 * @param id 0 before it is stored; grows with time
 * @param fingerprint 64 characters at most; the same for what several nodes tell of by themselves
 * @param touched ingredients, one a line
 * @param marketAt market time at which it happened
 * @param toldAt wall time at which it was told
 * @param figures JSON object of numbers
 * @param touchedCount entries made from what it touches
 * @param droppedCount of those, dropped
 * @param tookMillis from its being told until the last entry was gone
 * @param reach JSON array, by shelf
 */
public record StoredOccurrence(
    long id,
    String fingerprint,
    String kind,
    String touched,
    Instant marketAt,
    Instant toldAt,
    String raisedBy,
    String node,
    String figures,
    int touchedCount,
    int droppedCount,
    double tookMillis,
    String reach) {}
