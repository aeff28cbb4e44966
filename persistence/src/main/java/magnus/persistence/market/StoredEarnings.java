package magnus.persistence.market;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One expected or past earnings report.
 *
 * @param name the company's name, empty where unknown
 * @param fiscalEnd last day of the quarter reported
 * @param estimate expected earnings per share in {@code currency}
 * @param announcedOn when the date was made known; null where the source does not say
 */
public record StoredEarnings(
    String symbol,
    LocalDate reportDate,
    String name,
    @Nullable LocalDate fiscalEnd,
    @Nullable BigDecimal estimate,
    String currency,
    Hour hour,
    @Nullable LocalDate announcedOn) {

  /** When on its day. */
  public enum Hour {
    BEFORE,
    DURING,
    AFTER,
    UNKNOWN
  }
}
