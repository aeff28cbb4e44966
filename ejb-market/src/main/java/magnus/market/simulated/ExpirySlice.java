package magnus.market.simulated;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import magnus.basics.time.Session;
import magnus.basics.time.TradingCalendar;
import magnus.market.OptionChain.Right;

/**
 * One expiry of a chain.
 *
 * @param years until the close of its day, over 365 days
 * @param total at-the-money variance until then
 * @param discount of money, {@code carried} of the shares' dividends
 * @param reference last evening's price, around which strikes are listed
 * @param morning at-the-money variance from this morning on
 * @param days until then
 */
record ExpirySlice(
    LocalDate expiry,
    double years,
    double total,
    Surface surface,
    double spot,
    double discount,
    double carried,
    double reference,
    double morning,
    long days) {

  private static final double YEAR_SECONDS = 365.0 * 24 * 3600;

  static ExpirySlice of(
      Underlying underlying,
      LocalDate expiry,
      Moment moment,
      double spot,
      double reference,
      double billRate,
      double rateSlope) {
    Session last = TradingCalendar.newYork().getSession(expiry);
    double years = Duration.between(moment.asOf(), last.close()).toSeconds() / YEAR_SECONDS;
    int expiryDay = (int) expiry.toEpochDay();
    double total = underlying.variance().total(Math.max(0, years), expiryDay);
    long days = expiryDay - moment.day();
    double morning = underlying.variance().total((days + 1) / 365.0, expiryDay);
    double rate = billRate + rateSlope * Math.max(0, years);
    return new ExpirySlice(
        expiry,
        years,
        total,
        underlying.surface(),
        spot,
        StrictMath.exp(-rate * years),
        StrictMath.exp(-underlying.dividendYield() * years),
        reference,
        morning,
        days);
  }

  /** Listed strikes in cents. */
  List<Integer> strikes() {
    return StrikeGrid.around(reference, Math.sqrt(morning), days);
  }

  double forward() {
    return spot * carried / discount;
  }

  /** Implied, annual. */
  double volatility(double strike) {
    return Math.sqrt(surface.total(StrictMath.log(strike / forward()), total) / years);
  }

  BlackPrice european(Right right, double strike) {
    double forward = forward();
    double variance = surface.total(StrictMath.log(strike / forward), total);
    return BlackPrice.of(right == Right.CALL, forward, strike, variance, discount, carried);
  }

  /** What an American option is at least worth: held to this expiry, or exercised now. */
  double americanFloor(Right right, double strike) {
    double exercised = right == Right.CALL ? spot - strike : strike - spot;
    return Math.max(exercised, european(right, strike).value());
  }
}
