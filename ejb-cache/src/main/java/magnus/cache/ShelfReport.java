package magnus.cache;

import java.time.Instant;
import java.util.Optional;

/**
 * One shelf as this node sees it.
 *
 * @param entries how many lie there
 * @param bytes what they weigh, estimated from the sampled ones
 * @param counts what this node did since its start
 * @param frozen where an administrator has fixed the lifespan
 */
public record ShelfReport(
    String name,
    DataType type,
    int entries,
    int mostEntries,
    long bytes,
    long mostBytes,
    ShelfCounts counts,
    Lifespans lifespans,
    Optional<Frozen> frozen) {

  /**
   * Lifespans in force.
   *
   * @param policy who chooses that of the next load
   * @param baseSeconds of the data type, before any factor
   * @param sampled entries looked at; the other figures are 0 where there was none
   */
  public record Lifespans(
      String policy,
      double baseSeconds,
      int sampled,
      double leastSeconds,
      double medianSeconds,
      double mostSeconds) {}

  /** A lifespan that an administrator has fixed, at some wall time. */
  public record Frozen(double seconds, String by, Instant at) {}
}
