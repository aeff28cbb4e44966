package magnus.prefetch.effect;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Compares perceived load times of users with pages loaded ahead with those of the others, page by
 * page: users with it may open slow pages more often, which must not look like a loss. Within a
 * page the means of the logarithms are compared, so the result is a share; pages are weighted by
 * {@code n m / (n + m)} for n and m loads (the weights of N. Mantel and W. Haenszel, 1959). The
 * interval is a percentile bootstrap over users, since the loads of one user resemble one another.
 */
public final class LoadTimes {

  /** Users that each group must have before anything is said. */
  public static final int LEAST_USERS = 10;

  static final int RESAMPLES = 400;
  static final double LOW = 0.025;
  static final double HIGH = 0.975;

  private LoadTimes() {}

  /**
   * One user's loads of one page.
   *
   * @param logSum sum of the natural logarithms of milliseconds
   */
  public record Cell(UUID user, String page, boolean ahead, long loads, double logSum, Cost cost) {}

  /**
   * What these loads cost sources.
   *
   * @param answered of how many loads it is known whether a source was called while he waited
   * @param hits how many of those no source was called for: the browser or shelves had all
   * @param calls calls of sources, those made ahead for him included
   * @param ahead these alone
   */
  public record Cost(long answered, long hits, double calls, double ahead) {}

  /** How many loads of a group took about so long. */
  public record Bin(boolean ahead, double millis, long loads) {}

  /**
   * One of the two groups.
   *
   * @param medianMillis within 3 %, as the other
   * @param hits share of loads for which no source was called while the user waited
   * @param calls calls of sources per load, those made ahead included
   * @param aheadCalls these alone, per load
   */
  public record Group(
      int users,
      long visits,
      double medianMillis,
      double p95Millis,
      Optional<PerLoad> hits,
      Optional<PerLoad> calls,
      Optional<PerLoad> aheadCalls) {}

  /**
   * Both on one page.
   *
   * @param with loads
   * @param without loads
   * @param saved by what share loads are shorter; below 0 where longer
   */
  public record OfPage(String page, long with, long without, double saved) {}

  /**
   * Both groups.
   *
   * @param saved by what share loads of the same page are shorter with than without (geometric
   *     means); below 0 where longer; absent where too few users were timed
   * @param low lower end of its 95 % interval
   * @param pages those that both groups opened, the most opened first
   * @param words what may be said
   */
  public record Comparison(
      Group with,
      Group without,
      Optional<Double> saved,
      Optional<Double> low,
      Optional<Double> high,
      List<OfPage> pages,
      String words) {}

  /** The comparison; empty where nothing was timed. */
  public static Optional<Comparison> compare(
      List<Cell> cells, List<Bin> bins, SplittableRandom random) {
    if (cells.isEmpty()) {
      return Optional.empty();
    }
    List<List<Cell>> with = byUser(cells, true);
    List<List<Cell>> without = byUser(cells, false);
    Group ahead = group(with, bins, true, random);
    Group others = group(without, bins, false, random);
    PageMeans all = new PageMeans();
    with.forEach(all::add);
    without.forEach(all::add);
    List<OfPage> pages = all.pages();
    if (with.size() < LEAST_USERS || without.size() < LEAST_USERS || pages.isEmpty()) {
      return Optional.of(
          new Comparison(
              ahead,
              others,
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              pages,
              "Fewer than ten users in one of the groups, or no page opened by both: nothing can be"
                  + " said yet."));
    }
    double[] saved = resampled(with, without, random);
    double low = saved[(int) (LOW * saved.length)];
    double high = saved[(int) (HIGH * saved.length)];
    return Optional.of(
        new Comparison(
            ahead,
            others,
            Optional.of(all.saved()),
            Optional.of(low),
            Optional.of(high),
            pages,
            words(low, high)));
  }

  private static String words(double low, double high) {
    if (low > 0) {
      return "Pages load faster for users for whom they are loaded ahead.";
    }
    return high < 0
        ? "Pages load slower for users for whom they are loaded ahead."
        : "Not distinguishable from chance.";
  }

  private static double[] resampled(
      List<List<Cell>> with, List<List<Cell>> without, SplittableRandom random) {
    double[] saved = new double[RESAMPLES];
    for (int i = 0; i < RESAMPLES; i++) {
      PageMeans drawn = new PageMeans();
      for (List<List<Cell>> group : List.of(with, without)) {
        for (int user = 0; user < group.size(); user++) {
          drawn.add(group.get(random.nextInt(group.size())));
        }
      }
      saved[i] = drawn.saved();
    }
    double[] sound = Arrays.stream(saved).filter(Double::isFinite).sorted().toArray();
    return sound.length == 0 ? new double[] {Double.NEGATIVE_INFINITY} : sound;
  }

  private static List<List<Cell>> byUser(List<Cell> cells, boolean ahead) {
    Map<UUID, List<Cell>> users =
        cells.stream()
            .filter(c -> c.ahead() == ahead)
            .sorted(Comparator.comparing(Cell::page))
            .collect(Collectors.groupingBy(Cell::user, TreeMap::new, Collectors.toList()));
    return List.copyOf(users.values());
  }

  private static Group group(
      List<List<Cell>> users, List<Bin> bins, boolean ahead, SplittableRandom random) {
    List<Cell> cells = users.stream().flatMap(Collection::stream).toList();
    long loads = cells.stream().mapToLong(Cell::loads).sum();
    List<Bin> own =
        bins.stream()
            .filter(b -> b.ahead() == ahead)
            .sorted(Comparator.comparingDouble(Bin::millis))
            .toList();
    return new Group(
        users.size(),
        loads,
        quantile(own, 0.5),
        quantile(own, 0.95),
        PerLoad.of(users, c -> c.cost().hits(), c -> c.cost().answered(), random),
        PerLoad.of(users, c -> c.cost().calls(), Cell::loads, random),
        PerLoad.of(users, c -> c.cost().ahead(), Cell::loads, random));
  }

  /** Of sorted bins; 0 of none. */
  private static double quantile(List<Bin> sorted, double share) {
    double rank = share * sorted.stream().mapToLong(Bin::loads).sum();
    long passed = 0;
    for (Bin bin : sorted) {
      passed += bin.loads();
      if (passed > rank) {
        return bin.millis();
      }
    }
    return sorted.isEmpty() ? 0 : sorted.get(sorted.size() - 1).millis();
  }
}
