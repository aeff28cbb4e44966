package magnus.prefetch;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The statements that the product ran on all nodes, and those that are expected.
 *
 * @param log what this node counted since its start
 * @param count of statements from then until then
 * @param millis spent in them
 * @param statements those that took the most time, first
 * @param windows the quarters of an hour in which any ran, the newest first
 * @param cohorts statements by whom they ran for
 * @param shelves what a load of each shelf costs
 * @param next the coming quarter of an hour
 * @param last how the forecast of the last one came true; empty where none was possible
 * @param busy the busiest hour that is expected within a day; empty where nothing is known
 * @param precomputations what was computed ahead of busy hours, the newest first
 * @param summaries what is kept ready in the place of statements, on this node
 */
public record QueryReport(
    Instant from,
    Instant until,
    StatementLog.Counts log,
    long count,
    double millis,
    List<Statement> statements,
    List<Window> windows,
    Map<String, Long> cohorts,
    List<OfShelf> shelves,
    Next next,
    Optional<Came> last,
    List<SummaryReport> summaries,
    Optional<Busy> busy,
    List<PrecomputationReport> precomputations) {

  /**
   * One kind of statement.
   *
   * @param text without any value
   * @param cohorts how often for whom
   * @param shelves how often for whose loads; the empty name for none
   */
  public record Statement(
      String fingerprint,
      String text,
      long count,
      double millis,
      double meanMillis,
      double longestMillis,
      Map<String, Long> cohorts,
      Map<String, Long> shelves) {}

  /** A quarter of an hour. */
  public record Window(Instant start, long count, double millis) {}

  /**
   * A shelf.
   *
   * @param statements that one load runs, on average
   * @param databaseMillis of a load that are spent in them
   */
  public record OfShelf(
      String shelf,
      long asked,
      long loads,
      double statements,
      double databaseMillis,
      double loadMillis) {}

  /**
   * What is expected.
   *
   * @param fromWindows quarters of an hour that it is made from: the same of earlier days and weeks
   * @param keys that were asked for then and are nobody's own, the most statements first
   * @param ownKeys how many more are users' own
   */
  public record Next(
      Instant start,
      int fromWindows,
      double count,
      List<Expected> statements,
      List<Key> keys,
      int ownKeys) {}

  /** A statement that is expected. */
  public record Expected(
      String fingerprint, String text, String shelf, double count, double millis) {}

  /**
   * A key of a shelf that is expected to be asked for.
   *
   * @param weight times asked in the same quarter of an hour of weeks before, older ones for less
   * @param statements that one load of it runs
   */
  public record Key(String shelf, String key, double weight, double statements) {}

  /** How a forecast came true. */
  public record Came(Instant start, double expected, long came) {}

  /**
   * A busy hour that is expected.
   *
   * @param expected statements in it
   * @param usual statements of an hour, on the mean of the day
   */
  public record Busy(Instant start, double expected, double usual) {}
}
