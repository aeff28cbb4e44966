package magnus.recommendation.income;

import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;

/**
 * What selling brings beyond what the options are worth if the shares go on to swing as they did
 * (Black and Scholes at the realised volatility): the premium over realised volatility, of which
 * all income from options consists. Per share, in dollars.
 *
 * @param middle at the realised volatility
 * @param low where that errs upwards by two standard errors
 * @param high likewise downwards
 */
record SoldPremium(double middle, double low, double high) {

  private static final double SESSIONS = 60;
  private static final double ERRORS = 2;
  private static final double LEAST = 0.01;

  /**
   * @param credit that the sale brings, net of what is bought back
   * @param worth of what is sold less what is bought back, by volatility
   * @param realised volatility of the last {@value #SESSIONS} sessions; its standard error is σ/√2n
   */
  static SoldPremium of(double credit, DoubleUnaryOperator worth, double realised) {
    double error = ERRORS * realised / Math.sqrt(2 * SESSIONS);
    double middle = credit - worth.applyAsDouble(realised);
    double[] ends =
        DoubleStream.of(realised + error, Math.max(LEAST, realised - error))
            .map(v -> credit - worth.applyAsDouble(v))
            .toArray();
    return new SoldPremium(
        middle,
        Math.min(middle, Math.min(ends[0], ends[1])),
        Math.max(middle, Math.max(ends[0], ends[1])));
  }

  /** For so many shares, less the tax on it. */
  SoldPremium times(double shares, double kept) {
    double factor = shares * kept;
    return new SoldPremium(middle * factor, low * factor, high * factor);
  }

  SoldPremium less(double costs) {
    return new SoldPremium(middle - costs, low - costs, high - costs);
  }
}
