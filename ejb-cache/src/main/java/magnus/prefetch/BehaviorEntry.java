package magnus.prefetch;

import java.time.Instant;
import java.util.Optional;

/**
 * One thing that is stored of a user.
 *
 * @param kind VISIT or SYMBOL
 * @param path of the page
 * @param words what it was
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
    Optional<String> referrer) {

  /** What kind of thing. */
  public enum Kind {
    VISIT,
    SYMBOL
  }
}
