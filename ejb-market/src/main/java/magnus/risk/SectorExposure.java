package magnus.risk;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import magnus.portfolio.Missing;
import org.jspecify.annotations.Nullable;

/**
 * A portfolio's value by sector, cash as a sector of its own: the weights of all items add up to 1.
 *
 * @param value all priced holdings and cash, unless that is negative: what weights refer to
 * @param items by absolute exposure, the largest first, cash last
 */
public record SectorExposure(
    Instant asOf,
    String currency,
    BigDecimal value,
    List<Item> items,
    List<Missing> missing,
    List<NotComputed> notComputed) {

  /** The item that cash makes. */
  public static final String CASH = "Cash";

  /**
   * One sector.
   *
   * @param value market value, signed
   * @param weight value over the whole {@code value}; null where that is not positive
   * @param exposure like value, but options count with their delta equivalent
   * @param exposureWeight exposure over the whole {@code value}; null likewise
   * @param symbols underlyings, ascending
   */
  public record Item(
      String sector,
      BigDecimal value,
      @Nullable Double weight,
      BigDecimal exposure,
      @Nullable Double exposureWeight,
      List<String> symbols) {}
}
