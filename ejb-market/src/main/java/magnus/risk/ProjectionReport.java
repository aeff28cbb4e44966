package magnus.risk;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import magnus.portfolio.Missing;

/**
 * Profit and loss of what a portfolio holds, by price, implied volatility and time; options
 * revalued in full, without early exercise. All underlyings move by the same fraction. Gains are
 * money of the portfolio's currency, negative for a loss.
 *
 * @param covered what the grid moves, with the cash unless that is negative
 * @param prices moves of all underlyings, fractions, ascending
 * @param volatilities added to every implied volatility, 0.1 is ten points, ascending
 * @param days sessions from now, ascending
 * @param cells one for each combination: by days, within these by volatility, then by price
 * @param worst the cell with the least gain: the maximum loss and where it is
 * @param maximumLoss of the worst cell, as a positive fraction of {@code covered}; 0 where nothing
 *     loses
 * @param atEdge whether the worst cell lies at the grid's lowest or highest price, so that farther
 *     moves may lose more
 */
public record ProjectionReport(
    Instant asOf,
    String currency,
    BigDecimal covered,
    List<Double> prices,
    List<Double> volatilities,
    List<Integer> days,
    List<Cell> cells,
    Cell worst,
    Cell best,
    double maximumLoss,
    boolean atEdge,
    List<Missing> missing) {

  /** One combination. */
  public record Cell(double price, double volatility, int days, BigDecimal gain) {}
}
