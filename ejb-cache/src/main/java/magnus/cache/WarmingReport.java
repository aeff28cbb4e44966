package magnus.cache;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What was warmed and what came of it.
 *
 * @param run the run that did it
 * @param session the trading day that it was for
 * @param turn {@code 09:00}, {@code 09:25}, or who asked for it
 * @param startedAt market time
 * @param seconds that it took
 * @param planned within the budget of loads and time
 * @param beyondBudget wanted as well, but beyond it
 * @param warmed loaded anew
 * @param fresh there already
 * @param failed where the source gave nothing
 * @param notReached when the time was over
 * @param shelves the same by shelf
 * @param bell what the first minutes of the session showed; empty before they are over
 */
public record WarmingReport(
    UUID id,
    UUID run,
    LocalDate session,
    String turn,
    Instant startedAt,
    double seconds,
    int planned,
    int beyondBudget,
    int warmed,
    int fresh,
    int failed,
    int notReached,
    List<OfShelf> shelves,
    Optional<Bell> bell) {

  public WarmingReport {
    shelves = List.copyOf(shelves);
  }

  /**
   * A shelf's part.
   *
   * @param used of the warmed ones, those that were asked for by the end of the first minutes
   */
  public record OfShelf(String shelf, int warmed, int fresh, int failed, int used) {}

  /**
   * The first minutes of the session, on the node that warmed.
   *
   * @param until market time of their end
   * @param asked calls of all shelves
   * @param hitRate with everything that was warmed for the session: calls that did not wait
   * @param hitRateWithout what it would have been: the first call of each key that was warmed and
   *     found would have waited
   * @param warmed keys that were warmed by this turn
   * @param used of these, keys that were asked for
   * @param savedMillis waiting that these first calls were spared
   */
  public record Bell(
      Instant until,
      long asked,
      double hitRate,
      double hitRateWithout,
      int warmed,
      int used,
      double savedMillis) {}

  /** The same with what the first minutes showed. */
  public WarmingReport with(Bell shown, List<OfShelf> parts) {
    return new WarmingReport(
        id,
        run,
        session,
        turn,
        startedAt,
        seconds,
        planned,
        beyondBudget,
        warmed,
        fresh,
        failed,
        notReached,
        parts,
        Optional.of(shown));
  }
}
