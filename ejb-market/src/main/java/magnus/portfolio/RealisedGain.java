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
    UNKNOWN;

    /**
     * The term of what is held. The day of acquisition does not count and the year ends with the
     * calendar's, so what was bought on the last day of a February is held long from the 1st of
     * March of the next year on (Rev. Rul. 66-7).
     *
     * @param since null where it is not known
     */
    public static Term of(@Nullable LocalDate since, LocalDate closed) {
      if (since == null) {
        return UNKNOWN;
      }
      boolean overAYear =
          closed.isAfter(since.plusYears(1)) && !closed.isBefore(since.plusDays(1).plusYears(1));
      return overAYear ? LONG : SHORT;
    }
  }
}
