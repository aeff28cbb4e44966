package magnus.cache;

import java.time.Duration;
import java.util.List;
import magnus.cache.freshness.Lifespan;

/**
 * A lifespan and how it came about.
 *
 * @param policy who chose it
 * @param inForce whether that policy chooses for the shelf now
 * @param factors in the order in which they were applied
 */
public record LifespanReport(String policy, boolean inForce, double seconds, List<Factor> factors) {

  public LifespanReport {
    factors = List.copyOf(factors);
  }

  /**
   * One factor.
   *
   * @param effect what it did, in words
   * @param input what it was decided on, in words with figures
   * @param source where the input comes from
   * @param ageSeconds how old the input was; 0 for constants
   * @param afterSeconds the lifespan with it
   */
  public record Factor(
      String name,
      String effect,
      String input,
      String source,
      long ageSeconds,
      double afterSeconds) {}

  static LifespanReport of(Lifespan lifespan, boolean inForce) {
    return new LifespanReport(
        lifespan.policy(),
        inForce,
        seconds(lifespan.duration()),
        lifespan.factors().stream()
            .map(
                f ->
                    new Factor(
                        f.name(),
                        f.effect(),
                        f.input(),
                        f.source(),
                        f.ageSeconds(),
                        seconds(f.after())))
            .toList());
  }

  static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}
