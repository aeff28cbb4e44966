package magnus.cache.freshness;

import java.time.Duration;
import java.util.List;

/**
 * A lifespan and how it came about.
 *
 * @param policy the policy that chose it
 * @param factors in the order in which they were applied; each one's {@code after} is the lifespan
 *     from there on, the last one's is the duration
 */
public record Lifespan(Duration duration, String policy, List<Factor> factors) {

  public Lifespan {
    factors = List.copyOf(factors);
  }

  /**
   * One factor.
   *
   * @param name {@code base}, {@code volatility}, {@code session}, {@code catalyst}, {@code floor}…
   * @param effect what it did, in words: {@code × 0.5}, {@code until the next open}
   * @param input what it was decided on, in words with figures
   * @param source where the input comes from; {@code setting} for constants
   * @param ageSeconds how old the input was; 0 for constants
   * @param after the lifespan with it
   */
  public record Factor(
      String name, String effect, String input, String source, long ageSeconds, Duration after) {}
}
