package magnus.signals.forecast;

/** Forecasts the mean daily variance of the sessions to come. */
interface VarianceModel {

  /** The word in a method's name. */
  String name();

  /** What it does, as part of a sentence. */
  String words();

  /**
   * By day the mean daily variance forecast at its close for the next {@code sessions}, from the
   * days up to it alone; 0 while there are too few.
   */
  double[] forecast(Prices prices, int sessions);
}
