package magnus.portfolio;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import magnus.basics.result.Result;

/**
 * How a portfolio did between two sessions.
 *
 * @param timeWeighted product of daily returns − 1, a fraction; inflows count from the start of
 *     their day, outflows from its end
 * @param timeWeightedAnnual the same per year of 365.25 days
 * @param moneyWeighted internal rate of return per year of 365 days (XIRR), a fraction
 * @param dividends dividends and interest in the period
 * @param missing what the values lack
 */
public record Performance(
    LocalDate from,
    LocalDate to,
    String currency,
    Result<Double> timeWeighted,
    Result<Double> timeWeightedAnnual,
    Result<Double> moneyWeighted,
    BigDecimal startValue,
    BigDecimal endValue,
    BigDecimal paidIn,
    BigDecimal takenOut,
    BigDecimal dividends,
    List<Missing> missing) {

  public Performance {
    missing = List.copyOf(missing);
  }
}
