package magnus.cache;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

/**
 * A value from a shelf and how it came.
 *
 * @param asOf market time at which the source was asked
 * @param age market time since then
 * @param lifespan how long after {@code asOf} it counts as fresh
 * @param version changes when the content does; good for an ETag
 */
public record Served<V>(
    V value, How how, Instant asOf, Duration age, Duration lifespan, String version) {

  /** How a value came. */
  public enum How {
    /** It was there and fresh. */
    HIT,
    /** It was loaded for this call, or for another one at the same time. */
    LOADED,
    /** It was past its lifespan; a new one is on its way. */
    STALE_WHILE_REVALIDATING,
    /** It was past its lifespan, and the source failed or was too slow. */
    STALE_ON_ERROR
  }

  /** A part of the value that came in the same way. */
  public <R> Served<R> map(Function<? super V, ? extends R> part) {
    return new Served<>(part.apply(value), how, asOf, age, lifespan, version);
  }

  public boolean isStale() {
    return how == How.STALE_WHILE_REVALIDATING || how == How.STALE_ON_ERROR;
  }
}
