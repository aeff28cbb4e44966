package magnus.persistence.behavior;

import java.time.Instant;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A page that was opened.
 *
 * @param id 0 before it is written
 * @param page the route, such as {@code /market/:symbol}
 * @param instance which of its kind; empty where there is one only
 * @param cameFrom the path before, empty if none
 * @param durationMillis how long the page before was looked at
 * @param loadMillis from the click until the content stood there
 * @param warm whether it came from what was loaded ahead
 * @param ahead whether pages are loaded ahead for the user
 * @param held symbols that he held, the largest first, parted by blanks; {@code -} for none, empty
 *     where it was not known
 * @param sourceCalls answers that called a source while he waited; null where none was of a shelf,
 *     or it was not told
 * @param aheadCalls calls of sources made ahead for him since the visit before
 */
public record StoredVisit(
    long id,
    UUID account,
    Instant visitedAt,
    Instant writtenAt,
    String page,
    String instance,
    String cameFrom,
    String action,
    @Nullable Integer durationMillis,
    @Nullable Integer loadMillis,
    @Nullable Boolean warm,
    boolean ahead,
    String marketState,
    String portfolio,
    String referrer,
    String held,
    @Nullable Integer sourceCalls,
    double aheadCalls) {

  /** The same with calls made ahead. */
  public StoredVisit withAheadCalls(double calls) {
    return new StoredVisit(
        id,
        account,
        visitedAt,
        writtenAt,
        page,
        instance,
        cameFrom,
        action,
        durationMillis,
        loadMillis,
        warm,
        ahead,
        marketState,
        portfolio,
        referrer,
        held,
        sourceCalls,
        calls);
  }

  /** How long it took to load, where the browser told. */
  public OptionalInt load() {
    return loadMillis == null ? OptionalInt.empty() : OptionalInt.of(loadMillis);
  }
}
