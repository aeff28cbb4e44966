package magnus.prefetch.effect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * Compares perceived load times of users with pages loaded ahead with those of the others. The
 * interval is a percentile bootstrap over users, since the visits of one user resemble one another.
 */
public final class LoadTimes {

  private static final int RESAMPLES = 400;
  private static final double LOW = 0.025;
  private static final double HIGH = 0.975;
  private static final int LEAST_USERS = 5;

  private LoadTimes() {}

  /** A visit that told how long it took to load. */
  public record Timing(UUID user, boolean ahead, boolean warm, int millis) {}

  /**
   * One of the two groups.
   *
   * @param warm share of visits whose data was there before
   */
  public record Group(int users, int visits, double medianMillis, double p95Millis, double warm) {}

  /**
   * Both groups.
   *
   * @param saved by what share the median is lower with than without; below 0 where it is higher
   * @param low lower end of its 95 % interval; absent where a group has fewer than five users
   * @param words what may be said
   */
  public record Comparison(
      Group with,
      Group without,
      Optional<Double> saved,
      Optional<Double> low,
      Optional<Double> high,
      String words) {}

  /** The comparison; empty where nothing was timed. */
  public static Optional<Comparison> compare(List<Timing> timings, SplittableRandom random) {
    if (timings.isEmpty()) {
      return Optional.empty();
    }
    List<int[]> with = byUser(timings, true);
    List<int[]> without = byUser(timings, false);
    Group ahead = group(timings, true, with.size());
    Group others = group(timings, false, without.size());
    if (with.size() < LEAST_USERS || without.size() < LEAST_USERS) {
      return Optional.of(
          new Comparison(
              ahead,
              others,
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              "Fewer than five users in one of the groups: nothing can be said yet."));
    }
    double[] saved = new double[RESAMPLES];
    for (int i = 0; i < RESAMPLES; i++) {
      saved[i] = saved(drawn(with, random), drawn(without, random));
    }
    Arrays.sort(saved);
    double low = saved[(int) (LOW * RESAMPLES)];
    double high = saved[(int) (HIGH * RESAMPLES)];
    return Optional.of(
        new Comparison(
            ahead,
            others,
            Optional.of(1 - ahead.medianMillis() / Math.max(1, others.medianMillis())),
            Optional.of(low),
            Optional.of(high),
            low > 0
                ? "Pages load faster for users for whom they are loaded ahead."
                : high < 0
                    ? "Pages load slower for users for whom they are loaded ahead."
                    : "Not distinguishable from chance."));
  }

  private static double saved(int[] with, int[] without) {
    return 1 - quantile(with, 0.5) / Math.max(1, quantile(without, 0.5));
  }

  private static List<int[]> byUser(List<Timing> timings, boolean ahead) {
    Map<UUID, List<Integer>> users = new HashMap<>();
    timings.stream()
        .filter(t -> t.ahead() == ahead)
        .sorted(Comparator.comparing(Timing::user))
        .forEach(t -> users.computeIfAbsent(t.user(), u -> new ArrayList<>()).add(t.millis()));
    return users.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(e -> e.getValue().stream().mapToInt(Integer::intValue).toArray())
        .toList();
  }

  private static Group group(List<Timing> timings, boolean ahead, int users) {
    int[] millis =
        timings.stream()
            .filter(t -> t.ahead() == ahead)
            .mapToInt(Timing::millis)
            .sorted()
            .toArray();
    long warm = timings.stream().filter(t -> t.ahead() == ahead && t.warm()).count();
    return new Group(
        users,
        millis.length,
        quantile(millis, 0.5),
        quantile(millis, 0.95),
        millis.length == 0 ? 0 : (double) warm / millis.length);
  }

  private static int[] drawn(List<int[]> users, SplittableRandom random) {
    int[][] drawn = new int[users.size()][];
    int length = 0;
    for (int i = 0; i < drawn.length; i++) {
      drawn[i] = users.get(random.nextInt(users.size()));
      length += drawn[i].length;
    }
    int[] all = new int[length];
    int at = 0;
    for (int[] one : drawn) {
      System.arraycopy(one, 0, all, at, one.length);
      at += one.length;
    }
    Arrays.sort(all);
    return all;
  }

  /** Of sorted values; 0 of none. */
  private static double quantile(int[] sorted, double share) {
    return sorted.length == 0
        ? 0
        : sorted[(int) Math.min(sorted.length - 1L, (long) (share * sorted.length))];
  }
}
