package magnus.cache;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a shelf did over the last hour, on this node.
 *
 * @param everySeconds how far points are apart
 */
public record HistoryReport(String shelf, int everySeconds, List<Point> points) {

  public HistoryReport {
    points = List.copyOf(points);
  }

  /**
   * One stretch of time.
   *
   * @param at its end, wall time
   * @param served without waiting for the source
   * @param hitRate absent where nobody asked
   * @param entries at its end
   */
  public record Point(
      Instant at,
      long served,
      long misses,
      long loads,
      double loadMillis,
      Optional<Double> hitRate,
      int entries) {}
}
