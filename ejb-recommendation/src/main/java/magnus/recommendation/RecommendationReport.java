package magnus.recommendation;

import java.time.Instant;
import java.util.List;
import magnus.identity.Usage;
import org.jspecify.annotations.Nullable;

/**
 * How recommendations fare, for administrators; sums only, nothing of single people.
 *
 * @param from wall time since which cards count
 * @param lists that were drawn; the last {@value RecommendationReports#MOST_LISTS} where there were
 *     more
 * @param users who were shown any
 * @param shown cards
 * @param opened of them, looked at closer
 * @param answered of them
 * @param accepted of them
 * @param clickRate opened over shown; 0 without cards
 * @param adoption accepted over shown; 0 without cards
 * @param kinds the most shown first
 * @param calibration whether stated probabilities came true
 * @param usage of the whole portal in the same time
 * @param gate whether another ranking may serve
 */
public record RecommendationReport(
    Instant from,
    Instant to,
    int lists,
    int users,
    int shown,
    int opened,
    int answered,
    int accepted,
    double clickRate,
    double adoption,
    List<Kind> kinds,
    Stated calibration,
    Usage usage,
    Gate gate) {

  public RecommendationReport {
    kinds = List.copyOf(kinds);
  }

  /** Cards of one kind. */
  public record Kind(String kind, int shown, int opened, int accepted, int rejected, int snoozed) {}

  /**
   * Stated probabilities against what was accepted, over answered cards.
   *
   * @param error mean distance over ten bins
   */
  public record Stated(int answers, double error, List<Bin> bins) {

    public Stated {
      bins = List.copyOf(bins);
    }
  }

  /**
   * Cards between two tenths of probability.
   *
   * @param stated mean probability
   * @param happened share that was accepted
   */
  public record Bin(double stated, double happened, int count) {}

  /**
   * What the ranking that does not serve would have gained on the lists of the one that does.
   *
   * @param serving its name
   * @param candidate the other's
   * @param gained by the serving one; null with lists of fewer than two users
   * @param estimate of the other's gain; null likewise
   * @param maySwitch whether the whole interval of the other lies above what the serving one gained
   * @param words the verdict
   */
  public record Gate(
      String serving,
      String candidate,
      @Nullable Gain gained,
      @Nullable Gain estimate,
      boolean maySwitch,
      String words) {}

  /**
   * Gain per list, in units of worth, with its 95 % interval.
   *
   * @param effectiveLists lists that would tell as much if that ranking had been shown itself
   */
  public record Gain(
      double mean, double low, double high, int lists, int users, double effectiveLists) {}
}
