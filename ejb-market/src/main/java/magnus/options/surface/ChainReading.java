package magnus.options.surface;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import magnus.basics.time.TradingCalendar;
import magnus.market.OptionChain;
import magnus.market.OptionChain.Contract;
import magnus.market.OptionChain.Right;
import magnus.options.pricing.StandardNormal;
import magnus.options.volatility.EuropeanVolatility;

/**
 * A chain's contracts of some expiries with the volatility that the middle of their quotes implies.
 * Volatilities are those of European options on the expiry's own forward: for contracts out of the
 * money, which are what is sold and what a surface is fitted to, early exercise is worth less than
 * the spread.
 */
public final class ChainReading {

  private static final double YEAR_SECONDS = 365.0 * 24 * 3600;

  private ChainReading() {}

  /**
   * One expiry.
   *
   * @param carry rate less yield per year, from the forward that its quotes imply
   */
  public record Slice(
      LocalDate expiry,
      int days,
      double years,
      double rate,
      double carry,
      List<Contract> contracts) {

    /** Empty where the quotes cross or no volatility explains their middle. */
    public OptionalDouble volatility(Contract contract, double spot) {
      double middle = ExpiryForward.middle(contract);
      return middle > 0
          ? EuropeanVolatility.of(
              contract.right(),
              middle,
              spot,
              contract.strike().doubleValue(),
              years,
              rate,
              rate - carry)
          : OptionalDouble.empty();
    }

    /** To the spot, at that volatility. */
    public double delta(Contract contract, double spot, double volatility) {
      double s = volatility * Math.sqrt(years);
      double strike = contract.strike().doubleValue();
      double d1 = (Math.log(spot / strike) + carry * years) / s + s / 2;
      double carried = Math.exp((carry - rate) * years);
      return contract.right() == Right.CALL
          ? carried * StandardNormal.cumulative(d1)
          : -carried * StandardNormal.cumulative(-d1);
    }
  }

  /** The expiries that lie within some days, ascending. */
  public static List<Slice> slices(
      OptionChain chain, Instant asOf, double rate, int leastDays, int mostDays) {
    List<Slice> slices = new ArrayList<>();
    LocalDate today = TradingCalendar.date(asOf);
    double spot = chain.spot().doubleValue();
    List<Contract> all = chain.contracts();
    int from = 0;
    while (from < all.size()) {
      LocalDate expiry = all.get(from).expiry();
      int to = from + 1;
      while (to < all.size() && all.get(to).expiry().equals(expiry)) {
        to++;
      }
      int days = (int) (expiry.toEpochDay() - today.toEpochDay());
      if (days >= leastDays && days <= mostDays) {
        Instant end = TradingCalendar.newYork().sessionOnOrBefore(expiry).close();
        double years = Duration.between(asOf, end).toSeconds() / YEAR_SECONDS;
        if (years > 0) {
          List<Contract> contracts = all.subList(from, to);
          double level = spot * Math.exp(rate * years);
          double forward = ExpiryForward.of(contracts, spot, Math.exp(-rate * years), level);
          slices.add(
              new Slice(expiry, days, years, rate, Math.log(forward / spot) / years, contracts));
        }
      }
      from = to;
    }
    return slices;
  }
}
