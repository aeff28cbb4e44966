package magnus.cache.freshness;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import magnus.cache.DataType;
import magnus.cache.Ingredient;

/**
 * What a policy is told of a value.
 *
 * @param asOf market time at which it was loaded
 * @param accessesPerSecond how often it was asked for lately, by market time; 0 where unknown
 * @param loadTime how long its source took
 */
public record LifespanQuestion(
    String shelf,
    DataType type,
    Set<Ingredient> madeFrom,
    Instant asOf,
    double accessesPerSecond,
    Duration loadTime) {

  /** No lifespan is shorter. */
  public static final Duration FLOOR = Duration.ofSeconds(5);

  /** No lifespan is longer. */
  public static final Duration CEILING = Duration.ofDays(4);
}
