package magnus.benchmarks.cache;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The page views of one day. A user comes in visits: how many and of how many pages is lognormal,
 * so heavy-tailed (a few users make most of the views). Visits begin by the hour with a peak around
 * the opening bell. A visit begins at the dashboard; between two pages lies a lognormal think time
 * with a median of 20 s.
 */
public final class Traffic {

  /** Seconds from 08:30 to 16:30. */
  public static final int SECONDS = 8 * 3_600;

  private static final double MEDIAN_THINK = 20;
  private static final double THINK_SPREAD = 1.0;
  private static final double MEDIAN_VISITS = 4;
  private static final double VISITS_SPREAD = 0.8;
  private static final double MEDIAN_PAGES = 8;
  private static final double PAGES_SPREAD = 1.0;

  /** How many visits begin in each half-hour from 08:30, relatively. */
  private static final double[] HALF_HOURS = {2, 5, 9, 8, 6, 5, 4, 3.5, 3, 3, 3, 3, 3.5, 4, 5, 3};

  /**
   * A page view.
   *
   * @param millis since 08:30
   * @param pick a symbol's rank, or a sector's number
   */
  record View(int millis, int user, Page page, int pick) {}

  private Traffic() {}

  /** The views in the order of time. */
  static List<View> draw(int users, Zipf symbols, int sectors, SplittableRandom random) {
    double[] halfHours = cumulative();
    List<View> views = new ArrayList<>();
    for (int user = 0; user < users; user++) {
      long visits = Math.round(lognormal(MEDIAN_VISITS, VISITS_SPREAD, random));
      for (int visit = 0; visit < visits; visit++) {
        double at = begin(halfHours, random) * 1_000;
        long pages = Math.max(1, Math.round(lognormal(MEDIAN_PAGES, PAGES_SPREAD, random)));
        for (int i = 0; i < pages && at < SECONDS * 1_000.0; i++) {
          Page page = i == 0 ? Page.DASHBOARD : Page.at(random.nextDouble());
          int pick = page == Page.SECTOR ? random.nextInt(sectors) : symbols.draw(random);
          views.add(new View((int) at, user, page, pick));
          at += 1_000 * lognormal(MEDIAN_THINK, THINK_SPREAD, random);
        }
      }
    }
    views.sort(Comparator.comparingInt(View::millis));
    return views;
  }

  /** When a visit begins, in seconds from 08:30. */
  public static double begin(SplittableRandom random) {
    return begin(cumulative(), random);
  }

  private static double begin(double[] halfHours, SplittableRandom random) {
    int slot = Arrays.binarySearch(halfHours, random.nextDouble());
    int half = Math.min(HALF_HOURS.length - 1, slot < 0 ? -slot - 1 : slot + 1);
    return (half + random.nextDouble()) * 1_800;
  }

  private static double[] cumulative() {
    double[] sums = HALF_HOURS.clone();
    Arrays.parallelPrefix(sums, Double::sum);
    double all = sums[sums.length - 1];
    return Arrays.stream(sums).map(s -> s / all).toArray();
  }

  private static double lognormal(double median, double spread, SplittableRandom random) {
    return median * Math.exp(spread * random.nextGaussian());
  }
}
