package magnus.market.simulated;

import magnus.market.Instrument;
import magnus.market.simulated.RandomStream.Purpose;

/**
 * A figure like VIX: the square root of the variance that the market factor's state lets expect
 * over the next month, times a premium that buyers of insurance pay, in points.
 */
final class VolatilityIndex {

  static final Instrument INSTRUMENT =
      new Instrument(
          "VIX", "Simulated volatility index", "Index", "Volatility", Instrument.Kind.INDEX);

  /** Implied over expected variance of the market. */
  static final double PREMIUM = 1.65;

  private static final long SUBJECT = RandomStream.subject("VIX");
  private static final int DAYS = 21;
  private static final double RANGE = 0.045;

  private double last = level(-0.1, 0);

  /** Points in a state of the market factor. */
  static double level(double slow, double fast) {
    double sum = 0;
    for (int ahead = 1; ahead <= DAYS; ahead++) {
      sum += MarketFactor.expectedVariance(slow, fast, ahead);
    }
    return Math.min(90, 100 * Math.sqrt(PREMIUM * sum / DAYS));
  }

  /** One day on, after the market's step. */
  void step(DayFactors today, MarketFactor market, Columns columns, int index) {
    RandomStream random = new RandomStream(today.seed, SUBJECT, today.day, Purpose.RETURNS);
    double close = level(market.slow(), market.fast());
    double moved = StrictMath.log(close / last);
    double night = MarketFactor.OVERNIGHT * moved + 0.012 * random.nextGaussian();
    double open = last * StrictMath.exp(night);
    double variance = RANGE * RANGE * today.length;
    double day = moved - night;
    columns.set(
        index,
        open,
        open * StrictMath.exp(PriceRange.highest(day, variance, random.nextDouble())),
        open * StrictMath.exp(PriceRange.lowest(day, variance, random.nextDouble())),
        close,
        0);
    last = close;
  }
}
