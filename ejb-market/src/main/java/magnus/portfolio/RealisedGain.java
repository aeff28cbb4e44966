package magnus.portfolio;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The end of (a part of) one lot.
 *
 * @param lot the lot's id
 * @param closing the transaction that ended it
 * @param opened null where the lot is older than the history
 * @param quantity positive, in shares or contracts at closing
 * @param proceeds what came in, fees deducted; for a short lot what came in at its opening
 * @param basis what was paid, fees included; for a short lot what closing it cost; null where
 *     unknown
 * @param gain proceeds − basis; null where one is unknown
 */
public record RealisedGain(
    UUID lot,
    UUID closing,
    String symbol,
    @Nullable OptionContract option,
    String currency,
    @Nullable LocalDate opened,
    LocalDate closed,
    BigDecimal quantity,
    @Nullable BigDecimal proceeds,
    @Nullable BigDecimal basis,
    @Nullable BigDecimal gain,
    Term term) {

  /** How long it was held, by US tax rules (IRS Publication 550). */
  public enum Term {
    /** One year or less; short sales and written options always. */
    SHORT,
    /** More than one year, counted from the day after acquisition. */
    LONG,
    UNKNOWN
  }
}
