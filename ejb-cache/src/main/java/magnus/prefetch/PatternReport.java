package magnus.prefetch;

import java.util.Optional;

/**
 * Something that a user repeats.
 *
 * @param words as a sentence
 * @param path of what he opens
 * @param after what it follows
 * @param when day and half hour, New York time
 * @param seen how often
 * @param of of how many weeks or times
 */
public record PatternReport(
    String words,
    Kind kind,
    String path,
    Optional<String> symbol,
    Optional<String> after,
    Optional<When> when,
    int seen,
    int of,
    double share) {

  /** What kind of pattern. */
  public enum Kind {
    WEEKLY,
    FOLLOWS
  }

  /** A half hour of the week. */
  public record When(String day, String from, String to) {}
}
