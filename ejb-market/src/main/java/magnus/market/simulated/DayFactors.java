package magnus.market.simulated;

/** What all instruments share on one day; refilled day by day by the generator. */
final class DayFactors {

  static final int SECTORS = Sector.values().length;

  /** Epoch day, and the seed that rules it. */
  int day;

  long seed;

  /** Share of a whole session that the day is open (a half day is 3.5 of 6.5 hours). */
  double length;

  /** Log returns of the market factor from close to open and from open to close. */
  double marketOvernight;

  double marketIntraday;

  /** Daily volatility of the market factor on this day, set by the evening before. */
  double marketVolatility;

  /** How wild the market is against its average: 1 on an average day. */
  double turmoil;

  final double[] sectorOvernight = new double[SECTORS];
  final double[] sectorIntraday = new double[SECTORS];
  final double[] sectorVolatility = new double[SECTORS];

  /** Daily risk-free return, and the change of the ten-year yield (fractions). */
  double riskFree;

  double tenYearYield;
  double tenYearChange;
}
