package magnus.market.simulated;

import magnus.market.simulated.RandomStream.Purpose;

/**
 * One factor per sector, independent of the market's and of each other, with its own slowly varying
 * volatility and part of the market's turmoil.
 */
final class SectorFactors {

  private static final double STAY = 0.985;
  private static final double DEVIATION = 0.3;
  private static final double NOISE = DEVIATION * Math.sqrt(1 - STAY * STAY);
  private static final double TURMOIL_SHARE = 0.5;
  private static final Sector[] SECTORS = Sector.values();

  private final double[] state = new double[SECTORS.length];
  private final long[] subjects = new long[SECTORS.length];

  SectorFactors() {
    for (int i = 0; i < SECTORS.length; i++) {
      subjects[i] = RandomStream.subject("sector " + SECTORS[i].name());
    }
  }

  double state(int sector) {
    return state[sector];
  }

  /** One day on; the market's step comes first. */
  void step(DayFactors today) {
    for (int i = 0; i < SECTORS.length; i++) {
      RandomStream random = new RandomStream(today.seed, subjects[i], today.day, Purpose.RETURNS);
      double daily = volatility(i, state[i], today.turmoil) / Math.sqrt(MarketFactor.YEAR);
      today.sectorVolatility[i] = daily;
      today.sectorOvernight[i] = daily * Math.sqrt(MarketFactor.OVERNIGHT) * random.nextGaussian();
      today.sectorIntraday[i] =
          daily * Math.sqrt(1 - MarketFactor.OVERNIGHT) * random.nextGaussian();
      state[i] = STAY * state[i] + NOISE * random.nextGaussian();
    }
  }

  /** Annual volatility of a sector's factor. */
  static double volatility(int sector, double state, double turmoil) {
    return SECTORS[sector].volatility
        * StrictMath.exp(state)
        * (1 - TURMOIL_SHARE + TURMOIL_SHARE * turmoil);
  }
}
