package magnus.cache;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Something that happened, and what it reached.
 *
 * @param touched ingredients, such as {@code SYMBOL:AAPL}; the last one says how many more there
 *     are where they are too many to keep
 * @param at market time at which it happened
 * @param toldAt wall time at which it was told
 * @param figures how large it was
 * @param node that told it
 * @param entriesTouched made from what it touches
 * @param entriesDropped of those, dropped
 * @param millis from its being told until the last entry was gone on all nodes
 */
public record OccurrenceReport(
    Occurrence.Kind kind,
    List<String> touched,
    Instant at,
    Instant toldAt,
    String raisedBy,
    String node,
    Map<String, Double> figures,
    int entriesTouched,
    int entriesDropped,
    double millis,
    List<ShelfReach> reach) {

  public OccurrenceReport {
    touched = List.copyOf(touched);
    figures = Map.copyOf(figures);
    reach = List.copyOf(reach);
  }

  /** Entries of one shelf. */
  public record ShelfReach(String shelf, int touched, int dropped) {}

  /**
   * A part of all that happened, newest first.
   *
   * @param next for {@code before}; 0 where there are no older ones
   */
  public record Page(List<OccurrenceReport> items, long next) {

    public Page {
      items = List.copyOf(items);
    }
  }
}
