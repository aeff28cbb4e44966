package magnus.cache;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Why an entry is there, or why it is not.
 *
 * @param answer in a sentence
 * @param entry where it is there
 * @param departures why earlier ones at this key went, newest first, as far as this node remembers
 */
public record WhyReport(
    String shelf,
    String key,
    String answer,
    Optional<EntryReport> entry,
    List<Departure> departures) {

  public WhyReport {
    departures = List.copyOf(departures);
  }

  /**
   * An entry went.
   *
   * @param at market time
   * @param madeAt as-of of the entry; absent where it was gone already
   */
  public record Departure(Instant at, String why, Optional<Instant> madeAt) {}
}
