package magnus.signals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import magnus.market.Source;

/**
 * Ranges in which a symbol's return is expected to fall, each with how such ranges fared on this
 * symbol before.
 *
 * @param date of the last close, from which they count
 * @param method short name
 * @param words what the method does
 */
public record ForecastReport(
    String symbol,
    Instant asOf,
    Source source,
    LocalDate date,
    double close,
    String method,
    String words,
    List<Horizon> horizons) {

  /**
   * One horizon.
   *
   * @param until session at whose close it ends
   * @param volatility forecast, per year, as a fraction
   * @param record over the past walked forward: each forecast from what was known then
   */
  public record Horizon(
      int sessions, LocalDate until, double volatility, List<Quantile> quantiles, Record record) {}

  /**
   * Below it the outcome stays with that probability.
   *
   * @param level 0 to 1
   * @param growth return from the last close, as a fraction, dividends included
   * @param price at that growth
   */
  public record Quantile(double level, double growth, double price) {}

  /**
   * How such forecasts fared.
   *
   * @param coverage90 share of outcomes between the outer quantiles
   * @param coverage50 share between the quartiles
   * @param below by level the share of outcomes below the quantile
   * @param pinball mean pinball loss over the levels, of logarithmic returns
   * @param walkPinball the same of a random walk with constant volatility
   * @param skill share by which the loss is less than the walk's
   * @param low lower end of the 95 % interval of {@code skill}
   * @param high upper end
   */
  public record Record(
      int days,
      double coverage90,
      double coverage50,
      List<Double> below,
      double pinball,
      double walkPinball,
      double skill,
      double low,
      double high,
      String words) {}
}
