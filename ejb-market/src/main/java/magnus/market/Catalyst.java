package magnus.market;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A dated event that may move prices.
 *
 * @param symbol whose; null for the whole market
 * @param at the instant, where the hour is known (before the open, after the close); else the
 *     session's open
 * @param title for people
 */
public record Catalyst(
    Kind kind, @Nullable String symbol, LocalDate date, Instant at, String title, Source source) {

  /** What kind of event. */
  public enum Kind {
    EARNINGS,
    FED_MEETING,
    OPTIONS_EXPIRATION,
    FDA_DECISION,
    EX_DIVIDEND
  }
}
