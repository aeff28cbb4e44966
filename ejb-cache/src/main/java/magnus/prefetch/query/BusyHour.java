package magnus.prefetch.query;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * The hour of a day in which the most statements are expected.
 *
 * @param start of its first quarter
 * @param expected statements
 * @param usual statements of an hour, on the mean of the day
 */
public record BusyHour(Instant start, double expected, double usual) {

  /** How long it is. */
  public static final Duration LENGTH = Duration.ofHours(1);

  private static final int QUARTERS = 4;
  private static final int OF_A_DAY = 96;

  /** When it is over. */
  public Instant end() {
    return start.plus(LENGTH);
  }

  /**
   * The busiest hour that begins within a day after a quarter of an hour; the earlier one of two
   * that are expected to run as many statements.
   *
   * @param expected of a quarter of an hour; NaN, where nothing is known of it, counts as 0
   * @return empty where nothing is expected at all
   */
  public static Optional<BusyHour> of(Instant quarter, ToDoubleFunction<Instant> expected) {
    double[] counts = new double[OF_A_DAY + QUARTERS];
    double all = 0;
    for (int i = 0; i < counts.length; i++) {
      double count = expected.applyAsDouble(quarter.plus(WeekSlot.LENGTH.multipliedBy(i + 1L)));
      counts[i] = Double.isNaN(count) ? 0 : count;
      all += i < OF_A_DAY ? counts[i] : 0;
    }
    int best = 0;
    double most = 0;
    for (int i = 0; i < OF_A_DAY; i++) {
      double sum = 0;
      for (int j = 0; j < QUARTERS; j++) {
        sum += counts[i + j];
      }
      if (sum > most) {
        most = sum;
        best = i;
      }
    }
    return most == 0
        ? Optional.empty()
        : Optional.of(
            new BusyHour(
                quarter.plus(WeekSlot.LENGTH.multipliedBy(best + 1L)), most, all / OF_A_DAY * 4));
  }
}
