package magnus.prefetch;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What was computed before a busy hour, and what came of it.
 *
 * @param window when the hour begins
 * @param turn {@code schedule}, or by whose hand
 * @param node that did it
 * @param seconds that it took
 * @param expectedStatements that the hour was expected to run
 * @param candidates values that were asked for in that hour of weeks before
 * @param unlikely of them that are asked for too seldom
 * @param shortLived that would have ended before the hour
 * @param there that lay on their shelves already
 * @param beyondBudget that found no room in the budgets
 * @param loaded that were computed
 * @param failed whose sources gave nothing
 * @param notReached that were left when the time was over or the server too busy
 * @param bytes that what was computed takes
 * @param shelves what was computed, by shelf
 * @param summaries what was made or dropped, in sentences
 * @param settled whether the hour is over and the counts of used and wasted are final
 */
public record PrecomputationReport(
    UUID id,
    UUID run,
    Instant window,
    String turn,
    String node,
    Instant startedAt,
    double seconds,
    double expectedStatements,
    int candidates,
    int unlikely,
    int shortLived,
    int there,
    int beyondBudget,
    int loaded,
    int failed,
    int notReached,
    long bytes,
    List<OfShelf> shelves,
    List<String> summaries,
    boolean settled) {

  /**
   * What came of a shelf's values.
   *
   * @param used asked for by somebody before they ended
   * @param wasted ended without, the others wait
   * @param savedStatements those of loads that were not needed any more, by the mean of the shelf
   * @param savedMillis of waiting for them
   */
  public record OfShelf(
      String shelf, int loaded, int used, int wasted, double savedStatements, double savedMillis) {}
}
