package magnus.risk.var;

/** Forecasts each day's volatility from the days before it, around a mean of zero. */
interface VolatilityModel {

  /** The word in a method's name. */
  String name();

  /** What it does, as the end of a sentence. */
  String description();

  /** Returns at the beginning whose forecasts are only a seed and not used as residuals. */
  int seed();

  /**
   * Deviations forecast for each of the returns: entry i is for day i from the returns before it,
   * and the last entry, at n, is for the day after them.
   */
  double[] before(PastReturns past);
}
