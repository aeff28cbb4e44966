package magnus.prefetch.query;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import magnus.persistence.statement.StoredStatement;
import magnus.prefetch.QueryReport;

/** Counts of statements over some windows, added up by what, when and for whom. */
public final class StatementSums {

  private final List<StoredStatement> all;

  /** All runs of one kind of statement. */
  public record Sum(
      String fingerprint,
      long count,
      long nanos,
      long longest,
      Map<String, Long> cohorts,
      Map<String, Long> shelves) {}

  private StatementSums(List<StoredStatement> all) {
    this.all = all;
  }

  public static StatementSums of(List<StoredStatement> all) {
    return new StatementSums(List.copyOf(all));
  }

  public long count() {
    return all.stream().mapToLong(StoredStatement::count).sum();
  }

  public double millis() {
    return all.stream().mapToLong(StoredStatement::nanos).sum() / 1e6;
  }

  /** By fingerprint, the most time first. */
  public List<Sum> heaviest(int most) {
    Map<String, Sum> sums = new HashMap<>();
    for (StoredStatement one : all) {
      Sum before =
          sums.getOrDefault(
              one.fingerprint(),
              new Sum(one.fingerprint(), 0, 0, 0, new TreeMap<>(), new TreeMap<>()));
      before.cohorts.merge(one.cohort(), one.count(), Long::sum);
      before.shelves.merge(one.shelf(), one.count(), Long::sum);
      sums.put(
          one.fingerprint(),
          new Sum(
              one.fingerprint(),
              before.count + one.count(),
              before.nanos + one.nanos(),
              Math.max(before.longest, one.longest()),
              before.cohorts,
              before.shelves));
    }
    return sums.values().stream()
        .sorted(Comparator.comparingLong(Sum::nanos).reversed().thenComparing(Sum::fingerprint))
        .limit(most)
        .toList();
  }

  /** By quarter of an hour, the newest first. */
  public List<QueryReport.Window> windows() {
    TreeMap<Instant, long[]> sums = new TreeMap<>(Comparator.reverseOrder());
    for (StoredStatement one : all) {
      long[] sum = sums.computeIfAbsent(one.window(), w -> new long[2]);
      sum[0] += one.count();
      sum[1] += one.nanos();
    }
    return sums.entrySet().stream()
        .map(e -> new QueryReport.Window(e.getKey(), e.getValue()[0], e.getValue()[1] / 1e6))
        .toList();
  }

  /** By cohort. */
  public Map<String, Long> cohorts() {
    Map<String, Long> sums = new TreeMap<>();
    all.forEach(s -> sums.merge(s.cohort(), s.count(), Long::sum));
    return sums;
  }
}
