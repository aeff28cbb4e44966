package magnus.prefetch.behavior;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Optional;

/**
 * Something that a user repeats.
 *
 * @param before after what he does it; empty for what he does at an hour
 * @param day the day of the week, with {@code from} the half hour, New York time; empty for what
 *     follows something
 * @param seen how often
 * @param of of how many weeks or times
 */
public record Habit(
    String subject,
    String path,
    boolean symbol,
    Optional<String> before,
    Optional<DayOfWeek> day,
    Optional<LocalTime> from,
    int seen,
    int of) {

  /** How often of all. */
  public double share() {
    return (double) seen / of;
  }
}
