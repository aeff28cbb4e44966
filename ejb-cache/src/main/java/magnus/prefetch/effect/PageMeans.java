package magnus.prefetch.effect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Loads of both groups by page, and the difference within pages. */
final class PageMeans {

  private static final class Sums {
    long with;
    long without;
    double logWith;
    double logWithout;

    boolean both() {
      return with > 0 && without > 0;
    }

    /** Mean logarithm with, less the one without. */
    double difference() {
      return logWith / with - logWithout / without;
    }

    double weight() {
      return (double) with * without / (with + without);
    }
  }

  private final Map<String, Sums> pages = new HashMap<>();

  /** Adds one user's loads. */
  void add(List<LoadTimes.Cell> user) {
    for (LoadTimes.Cell cell : user) {
      Sums sums = pages.computeIfAbsent(cell.page(), p -> new Sums());
      if (cell.ahead()) {
        sums.with += cell.loads();
        sums.logWith += cell.logSum();
      } else {
        sums.without += cell.loads();
        sums.logWithout += cell.logSum();
      }
    }
  }

  /** By what share loads are shorter with, over pages that both opened; not a number of none. */
  double saved() {
    double weights = 0;
    double sum = 0;
    for (Sums sums : pages.values()) {
      if (sums.both()) {
        weights += sums.weight();
        sum += sums.weight() * sums.difference();
      }
    }
    return -Math.expm1(sum / weights);
  }

  /** Pages that both opened, the most opened first. */
  List<LoadTimes.OfPage> pages() {
    List<LoadTimes.OfPage> all = new ArrayList<>();
    pages.forEach(
        (page, sums) -> {
          if (sums.both()) {
            all.add(
                new LoadTimes.OfPage(
                    page, sums.with, sums.without, -Math.expm1(sums.difference())));
          }
        });
    all.sort(
        Comparator.comparingLong((LoadTimes.OfPage p) -> p.with() + p.without())
            .reversed()
            .thenComparing(LoadTimes.OfPage::page));
    return List.copyOf(all);
  }
}
