package magnus.cache;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * Something that happened and may make entries wrong.
 *
 * @param touched what it is about; {@link Ingredient#WHOLE_MARKET} reaches every entry made from
 *     prices
 * @param at market time
 * @param figures how large it was: {@code volume_ratio} (today's volume over the usual one), {@code
 *     move_sigmas} (standard deviations), {@code gap} (fraction)
 * @param raisedBy the feed, calendar, detector or administrator that says so
 */
public record Occurrence(
    Kind kind, Set<Ingredient> touched, Instant at, Map<String, Double> figures, String raisedBy) {

  /** What {@code raisedBy} begins with where every node finds it in the calendar by itself. */
  public static final String BY_CALENDAR = "calendar: ";

  /** What happened. */
  public enum Kind {
    EARNINGS_RELEASE,
    FED_ANNOUNCEMENT,
    /** More than three times the usual volume. */
    HIGH_VOLUME_SPIKE,
    OPTIONS_EXPIRATION,
    /** A price moved by more than k standard deviations since the entry was computed. */
    PRICE_MOVE,
    PORTFOLIO_CHANGED,
    DOCUMENT_CHANGED,
    /** Market data were imported or taken back: the past is another one now. */
    MARKET_DATA_CHANGED
  }

  public Occurrence {
    touched = Set.copyOf(touched);
    figures = Map.copyOf(figures);
    if (touched.isEmpty()) {
      throw new IllegalArgumentException(kind + " of " + at + " touches nothing");
    }
  }
}
