package magnus.prefetch;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import magnus.prefetch.plan.Price;
import magnus.prefetch.plan.Verdict;

/**
 * What a user may open next, and what is done about it.
 *
 * @param page where he is
 * @param id of what is being loaded; absent where nothing was asked to be
 * @param learned visits that the model has learned; told to administrators alone
 * @param load how busy the server is, 0 to 1
 */
public record PredictionReport(
    String page,
    Optional<UUID> id,
    List<Item> items,
    Budget budget,
    Optional<Long> learned,
    double load) {

  /** What kind of thing is opened. */
  public enum Kind {
    PAGE,
    SYMBOL
  }

  /** Whose visits say so, mostly. */
  public enum Cohort {
    YOU,
    EVERYONE
  }

  /** What is done. */
  public enum Choice {
    PREFETCH,
    SKIP
  }

  /**
   * A page that may be opened.
   *
   * @param target as predictions know it, such as {@code /portfolios/:id}
   * @param href where it is
   * @param words for a reader
   * @param reason why it is predicted
   * @param decision whether the server loads what it needs
   * @param browser whether a browser should fetch its code and data: also where all that it needs
   *     lies on the shelves already
   * @param why the decision
   */
  public record Item(
      Kind kind,
      String target,
      String href,
      String words,
      double probability,
      String reason,
      Cohort cohort,
      Price price,
      Choice decision,
      boolean browser,
      Verdict verdict,
      String why) {}

  /** Calls of sources that may still be made ahead in this minute. */
  public record Budget(double userCalls, double totalCalls) {}
}
