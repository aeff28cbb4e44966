package magnus.portfolio;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Realised gains of a calendar year, or of all years.
 *
 * @param year null for all
 * @param currency of the sums; gains in other currencies stand in {@code items} alone
 * @param shortTerm sum of known short-term gains
 * @param longTerm sum of known long-term gains
 * @param unknown how many items have no known basis
 */
public record RealisedReport(
    @Nullable Integer year,
    String currency,
    BigDecimal shortTerm,
    BigDecimal longTerm,
    int unknown,
    List<RealisedGain> items) {

  public RealisedReport {
    items = List.copyOf(items);
  }
}
