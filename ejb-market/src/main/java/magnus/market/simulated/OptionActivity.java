package magnus.market.simulated;

import magnus.basics.time.OptionExpirations;
import magnus.basics.time.TradingCalendar;

/** How much one contract is held and traded: most near the money and in near standard expiries. */
record OptionActivity(long openInterest, long volume) {

  private static final OptionExpirations EXPIRATIONS =
      new OptionExpirations(TradingCalendar.newYork());
  private static final double CONTRACTS_PER_SHARE = 0.0012;
  private static final double DAILY_TURNOVER = 0.18;

  /**
   * @param shares the underlying's volume of the day before
   * @param share of the day's volume already traded
   */
  static OptionActivity of(
      RandomStream random, ExpirySlice slice, double strike, double shares, double share) {
    double width = 1.2 * Math.sqrt(slice.total()) + 0.03;
    double distance = StrictMath.log(strike / slice.spot()) / width;
    double held =
        shares
            * CONTRACTS_PER_SHARE
            * StrictMath.exp(-0.5 * distance * distance - 0.8 * slice.years())
            * (EXPIRATIONS.isMonthly(slice.expiry()) ? 1 : 0.3)
            * StrictMath.exp(0.8 * random.nextGaussian());
    double traded =
        held * DAILY_TURNOVER * StrictMath.exp(0.7 * random.nextGaussian() - 1.5 * slice.years());
    return new OptionActivity(Math.round(held), Math.round(traded * share));
  }
}
