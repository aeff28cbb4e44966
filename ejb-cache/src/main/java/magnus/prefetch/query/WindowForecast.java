package magnus.prefetch.query;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import magnus.persistence.statement.StoredStatement;

/**
 * How often each statement will run in a quarter of an hour, from the same quarter of earlier weeks
 * and of earlier days: a mean in which each week of age halves what counts, and another weekday
 * counts a fifth. A window in which the product ran and the statement did not counts as 0.
 */
public final class WindowForecast {

  private static final double OTHER_DAY = 0.2;
  private static final Duration WEEK = Duration.ofDays(7);

  private final ZoneId zone;

  public WindowForecast(ZoneId zone) {
    this.zone = zone;
  }

  /** A statement of one shelf's loads, or of none, that is expected. */
  public record Expected(String fingerprint, String shelf, double count, double millis) {}

  /**
   * The forecast.
   *
   * @param windows how many windows it was made from
   * @param count of all statements
   */
  public record Forecast(Instant window, int windows, double count, List<Expected> statements) {}

  private record Key(String fingerprint, String shelf) {}

  private static final class Sum {
    double count;
    double nanos;
  }

  /**
   * Forecasts a window.
   *
   * @param past counts of windows before it; others are left out
   */
  public Forecast of(Instant window, List<StoredStatement> past) {
    int time = WeekSlot.of(window, zone) % 96;
    Map<Instant, Double> weights = new TreeMap<>();
    for (StoredStatement one : past) {
      if (one.window().isBefore(window) && WeekSlot.of(one.window(), zone) % 96 == time) {
        weights.computeIfAbsent(one.window(), w -> weight(w, window));
      }
    }
    double all = weights.values().stream().mapToDouble(w -> w).sum();
    Map<Key, Sum> sums = new HashMap<>();
    for (StoredStatement one : past) {
      Double weight = weights.get(one.window());
      if (weight != null) {
        Sum sum = sums.computeIfAbsent(new Key(one.fingerprint(), one.shelf()), k -> new Sum());
        sum.count += weight / all * one.count();
        sum.nanos += weight / all * one.nanos();
      }
    }
    List<Expected> expected = new ArrayList<>();
    sums.forEach(
        (key, sum) ->
            expected.add(new Expected(key.fingerprint, key.shelf, sum.count, sum.nanos / 1e6)));
    expected.sort(
        Comparator.comparingDouble(Expected::count)
            .reversed()
            .thenComparing(Expected::fingerprint)
            .thenComparing(Expected::shelf));
    return new Forecast(
        window,
        weights.size(),
        expected.stream().mapToDouble(Expected::count).sum(),
        List.copyOf(expected));
  }

  /**
   * How many statements a window will run, by the sums of windows before it.
   *
   * @return NaN where none of the same time of day is known
   */
  public double count(Instant window, Map<Instant, Long> sums, int days) {
    double all = 0;
    double count = 0;
    for (Instant past : WeekSlot.before(window, days, zone)) {
      Long sum = sums.get(past);
      if (sum != null) {
        double weight = weight(past, window);
        all += weight;
        count += weight * sum;
      }
    }
    return all == 0 ? Double.NaN : count / all;
  }

  private double weight(Instant past, Instant window) {
    double weeks = (double) Duration.between(past, window).toMillis() / WEEK.toMillis();
    boolean sameDay = past.atZone(zone).getDayOfWeek() == window.atZone(zone).getDayOfWeek();
    return Math.pow(0.5, weeks) * (sameDay ? 1 : OTHER_DAY);
  }
}
