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
 * @param company where a call of the source brings other values with it
 * @param watched whether the value is dropped when prices that are seen move it too far
 */
public record LifespanQuestion(
    String shelf,
    DataType type,
    Set<Ingredient> madeFrom,
    Instant asOf,
    double accessesPerSecond,
    Duration loadTime,
    Company company,
    boolean watched) {

  /**
   * Those that a call of the source brings together.
   *
   * @param accessesPerSecond how often any of them is asked for; 0 where each has its own call
   */
  public record Company(double accessesPerSecond) {

    /** Each value has its own call. */
    public static final Company NONE = new Company(0);
  }

  /** Of a value with a call of its own, which nobody watches. */
  public LifespanQuestion(
      String shelf,
      DataType type,
      Set<Ingredient> madeFrom,
      Instant asOf,
      double accessesPerSecond,
      Duration loadTime) {
    this(shelf, type, madeFrom, asOf, accessesPerSecond, loadTime, Company.NONE, false);
  }

  /** No lifespan is shorter. */
  public static final Duration FLOOR = Duration.ofSeconds(5);

  /** The same where a call brings many values: it costs each of them little. */
  public static final Duration FLOOR_IN_COMPANY = Duration.ofSeconds(1);

  /** No lifespan is longer. */
  public static final Duration CEILING = Duration.ofDays(4);

  /** The shortest lifespan of this value. */
  public Duration floor() {
    return company.accessesPerSecond() > 0 ? FLOOR_IN_COMPANY : FLOOR;
  }
}
