package magnus.prefetch.query;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import magnus.persistence.statement.StoredShelfWindow;
import magnus.persistence.statement.StoredSum;

/**
 * What a load of each shelf costs the database, by what was measured.
 *
 * @param byShelf shelves that were loaded from at all
 */
public record ShelfCosts(Map<String, Cost> byShelf) {

  /**
   * The mean of a load.
   *
   * @param statements that it runs
   * @param databaseMillis spent in them
   * @param loadMillis it takes altogether
   * @param loads it is the mean of
   */
  public record Cost(double statements, double databaseMillis, double loadMillis, long loads) {}

  private static final Cost UNKNOWN = new Cost(0, 0, 0, 0);

  /** From counts of the same windows. */
  public static ShelfCosts of(List<StoredSum> statements, List<StoredShelfWindow> shelves) {
    Map<String, long[]> sums = new HashMap<>();
    for (StoredSum one : statements) {
      if (!one.shelf().isEmpty()) {
        long[] sum = sums.computeIfAbsent(one.shelf(), s -> new long[4]);
        sum[0] += one.count();
        sum[1] += one.nanos();
      }
    }
    for (StoredShelfWindow one : shelves) {
      long[] sum = sums.computeIfAbsent(one.shelf(), s -> new long[4]);
      sum[2] += one.loads();
      sum[3] += one.nanos();
    }
    Map<String, Cost> costs = new HashMap<>();
    sums.forEach(
        (shelf, s) -> {
          if (s[2] > 0) {
            double loads = s[2];
            costs.put(shelf, new Cost(s[0] / loads, s[1] / loads / 1e6, s[3] / loads / 1e6, s[2]));
          }
        });
    return new ShelfCosts(Map.copyOf(costs));
  }

  /** Of a shelf; all zero where nothing was measured. */
  public Cost of(String shelf) {
    return byShelf.getOrDefault(shelf, UNKNOWN);
  }
}
