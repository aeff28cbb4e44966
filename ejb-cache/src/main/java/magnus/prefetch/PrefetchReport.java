package magnus.prefetch;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What predictive loading does on the node that answers, and what difference it makes.
 *
 * @param visits what came in and was written
 * @param model what was learned
 * @param decisions how often each was taken
 * @param settled what became of what was loaded ahead
 * @param budget what may still be loaded in this minute
 * @param load how busy the machine is, 0 to 1
 * @param effect perceived load times of users with and without pages loaded ahead
 */
public record PrefetchReport(
    BehaviorLog.Counts visits,
    Model model,
    Map<String, Long> decisions,
    Settled settled,
    List<OfPage> pages,
    PredictionReport.Budget budget,
    double load,
    double share,
    Optional<EffectReport> effect) {

  /**
   * What was learned.
   *
   * @param predictor its name
   * @param bytes that what all users do takes
   */
  public record Model(
      String predictor, long learned, long users, long sessions, long names, long bytes) {}

  /**
   * What became of what was loaded ahead.
   *
   * @param loaded entries
   * @param waiting those that have not ended
   * @param used those that somebody was served before they ended
   * @param wasted those that nobody was
   * @param wastedShare of those that ended
   * @param wastedCalls of sources
   * @param savedSeconds loads that nobody had to wait for
   * @param threshold the least chance of being used at which something is loaded now
   */
  public record Settled(
      long loaded,
      int waiting,
      long used,
      long wasted,
      double wastedShare,
      double wastedCalls,
      double savedSeconds,
      long cancelled,
      double threshold,
      double allowedShare) {}

  /** The same by the page on which it was predicted. */
  public record OfPage(String page, long used, long wasted, double savedSeconds) {}
}
