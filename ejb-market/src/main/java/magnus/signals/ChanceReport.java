package magnus.signals;

import java.time.Instant;
import java.time.LocalDate;
import magnus.market.Source;

/**
 * The chance that a symbol ends above a price, or touches it on the way, with how such chances
 * fared for prices as far away before.
 *
 * @param distance of the price from the last close, as a fraction
 * @param until session at whose close it ends
 * @param words all of it in sentences
 */
public record ChanceReport(
    String symbol,
    Instant asOf,
    Source source,
    LocalDate date,
    double close,
    double price,
    double distance,
    int sessions,
    LocalDate until,
    Chance above,
    Chance touch,
    String words) {

  /**
   * One chance.
   *
   * @param probability now
   * @param days on which the same was asked in the past, each with what was known then
   * @param told mean probability told on those days
   * @param came share of those days on which it came true
   * @param brier mean squared error of the probabilities told
   * @param walkBrier the same of a random walk with constant volatility
   */
  public record Chance(
      double probability, int days, double told, double came, double brier, double walkBrier) {}
}
