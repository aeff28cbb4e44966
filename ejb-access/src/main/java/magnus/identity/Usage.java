package magnus.identity;

import java.time.Duration;

/**
 * How much the portal was used in a time, by those who signed in with a browser. A visit ends with
 * half an hour without a request; one of less than a minute is not counted.
 *
 * @param visits that began in the time
 * @param people who made them
 * @param medianMinutes of a visit; 0 without visits
 * @param meanMinutes of a visit; 0 without visits
 * @param newcomers whose first visit was 30 to 60 days ago
 * @param retained of them, who came back 30 days after it or later
 */
public record Usage(
    int visits, int people, double medianMinutes, double meanMinutes, int newcomers, int retained) {

  /** Without a request for so long, a visit is over. */
  static final Duration PAUSE = Duration.ofMinutes(30);

  /** After so long, coming back counts as retained. */
  static final Duration RETENTION = Duration.ofDays(30);
}
