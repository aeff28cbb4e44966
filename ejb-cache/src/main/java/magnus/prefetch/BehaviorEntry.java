package magnus.prefetch;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One thing that is stored of a user.
 *
 * @param path of the page
 * @param words what it was
 * @param held symbols that the user held, the largest first, as far as it was known
 * @param sourceCalls answers that called a source while the page was waited for
 * @param aheadCalls calls of sources made ahead for him since the visit before
 */
public record BehaviorEntry(
    Kind kind,
    Instant at,
    String path,
    String words,
    Optional<String> symbol,
    String action,
    Optional<String> from,
    Optional<Integer> durationMillis,
    Optional<Integer> loadMillis,
    Optional<Boolean> warm,
    String marketState,
    Optional<String> portfolio,
    Optional<String> referrer,
    List<String> held,
    Optional<Integer> sourceCalls,
    Optional<Double> aheadCalls) {

  /** What kind of thing. */
  public enum Kind {
    VISIT,
    SYMBOL,
    /** What of his own is asked for in a quarter of an hour of the week; in exports alone. */
    DEMAND
  }
}
