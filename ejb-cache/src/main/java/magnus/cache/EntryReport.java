package magnus.cache;

import java.time.Instant;
import java.util.List;
import magnus.cache.shelf.Entry;

/**
 * An entry with its history; its value is nobody's business here.
 *
 * @param asOf market time at which its source was asked
 * @param ageSeconds market time since then
 * @param fresh whether its lifespan is not over
 * @param loadedFor why: request, revalidation, refresh…
 * @param loadedBy the node
 * @param madeFrom ingredients, such as {@code SYMBOL:AAPL}
 * @param accesses how often this node served it
 */
public record EntryReport(
    String shelf,
    String key,
    Instant asOf,
    double ageSeconds,
    boolean fresh,
    Instant freshUntil,
    String loadedFor,
    String loadedBy,
    double loadMillis,
    int bytes,
    String version,
    List<String> madeFrom,
    int accesses,
    LifespanReport lifespan) {

  public EntryReport {
    madeFrom = List.copyOf(madeFrom);
  }

  static EntryReport of(String shelf, String key, Entry<?> entry, Instant now) {
    return new EntryReport(
        shelf,
        key,
        entry.asOf(),
        LifespanReport.seconds(entry.age(now)),
        !now.isBefore(entry.asOf()) && now.isBefore(entry.freshUntil()),
        entry.freshUntil(),
        entry.loadedFor(),
        entry.loadedBy(),
        entry.loadTime().toNanos() / 1e6,
        entry.bytes().length,
        entry.version(),
        entry.madeFrom().stream().map(Ingredient::toString).sorted().toList(),
        entry.accesses(),
        LifespanReport.of(entry.lifespan(), true));
  }
}
