package magnus.market;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A split or a cash dividend.
 *
 * @param exDate first day on which the stock trades without it
 * @param kind what happens
 * @param amount new shares per old share (SPLIT: 4 means four for one, 0.1 a reverse split) or cash
 *     per share (DIVIDEND)
 */
public record CorporateAction(
    String symbol, LocalDate exDate, Kind kind, BigDecimal amount, Source source) {

  /** What happens to the holder. */
  public enum Kind {
    SPLIT,
    DIVIDEND
  }
}
