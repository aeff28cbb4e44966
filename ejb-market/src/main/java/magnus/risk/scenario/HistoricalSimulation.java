package magnus.risk.scenario;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import magnus.basics.result.FailureReason;
import magnus.basics.result.Result;
import magnus.risk.metrics.CompensatedSum;
import magnus.risk.metrics.DailyReturns;
import magnus.risk.metrics.Moments;

/**
 * Today's holdings put through each past session's moves: gain of the day over today's value. What
 * was really held in the past does not matter. Cash neither gains nor loses.
 *
 * <p>Positions whose underlying has no history are left out of the gains and of the value that they
 * are divided by.
 */
public final class HistoricalSimulation {

  private final MarketHistory history;
  private final double coveredValue;
  private final TreeMap<String, double[]> gains = new TreeMap<>();
  private final TreeMap<String, Double> exposures = new TreeMap<>();
  private final TreeMap<String, List<Revaluation>> book = new TreeMap<>();

  private HistoricalSimulation(
      List<HeldPosition> positions, double cash, double rate, MarketHistory history) {
    this.history = history;
    CompensatedSum value = new CompensatedSum();
    value.add(cash);
    TreeMap<String, CompensatedSum> sums = new TreeMap<>();
    for (HeldPosition position : positions) {
      Revaluation revaluation = Revaluation.of(position, rate);
      sums.computeIfAbsent(position.underlying(), u -> new CompensatedSum())
          .add(revaluation.exposure());
      Optional<double[]> moves = history.find(position.underlying());
      if (moves.isPresent()) {
        value.add(position.value());
        book.computeIfAbsent(position.underlying(), u -> new ArrayList<>()).add(revaluation);
        double[] moved = moves.get();
        double[] sum =
            gains.computeIfAbsent(position.underlying(), u -> new double[history.days()]);
        for (int i = 0; i < sum.length; i++) {
          sum[i] += revaluation.gain(moved[i]);
        }
      }
    }
    sums.forEach((underlying, sum) -> exposures.put(underlying, sum.total()));
    coveredValue = value.total();
  }

  /**
   * @param cash in the portfolio's currency
   * @param rate risk-free, per year, compounded continuously, for options
   */
  public static HistoricalSimulation run(
      List<HeldPosition> positions, double cash, double rate, MarketHistory history) {
    return new HistoricalSimulation(positions, cash, rate, history);
  }

  /** Cash and the positions that the simulation moves. */
  public double coveredValue() {
    return coveredValue;
  }

  /**
   * Delta-equivalent money by underlying, of all positions, also of those without history; shares
   * count with their value.
   */
  public Map<String, Double> exposures() {
    return exposures;
  }

  /** What the simulation moves, by name. */
  public Set<String> underlyings() {
    return Collections.unmodifiableSet(book.keySet());
  }

  /** Past returns of one of the {@link #underlyings()}, the oldest session's first. */
  public double[] moves(String underlying) {
    return history
        .find(underlying)
        .orElseThrow(() -> new IllegalArgumentException(underlying + " is not simulated"));
  }

  /** What all positions in an underlying gain, in money, when it returns so much in a session. */
  public double gain(String underlying, double move) {
    return gain(underlying, move, 0, 1);
  }

  /**
   * The same some sessions from now, with a shift of all implied volatilities.
   *
   * @param volatility added, 0.1 is ten points
   */
  public double gain(String underlying, double move, double volatility, int sessions) {
    double sum = 0;
    for (Revaluation each : book.getOrDefault(underlying, List.of())) {
      sum += each.gain(move, volatility, sessions * Revaluation.SESSION);
    }
    return sum;
  }

  /** The portfolio's simulated daily returns, the oldest session's first. */
  public Result<DailyReturns> returns() {
    if (gains.isEmpty()) {
      return Result.failure(
          FailureReason.NOT_ENOUGH_DATA, "Nothing is held whose price history is known.");
    }
    if (!(coveredValue > 0)) {
      return Result.failure(
          FailureReason.NOT_COMPUTABLE,
          "Returns are not defined: what is held is worth " + coveredValue + " with its cash.");
    }
    double[] values = new double[history.days()];
    for (int i = 0; i < values.length; i++) {
      CompensatedSum day = new CompensatedSum();
      for (double[] gain : gains.values()) {
        day.add(gain[i]);
      }
      values[i] = day.total() / coveredValue;
    }
    return Result.success(history.series(values));
  }

  /**
   * Each underlying's share of the portfolio's variance: covariance of its gains with the
   * portfolio's over the portfolio's variance. The shares add up to 1 (Euler's theorem; D. Tasche,
   * "Risk contributions and performance measurement", 1999); a negative one hedges.
   */
  public Result<Map<String, Double>> varianceShares() {
    Result<DailyReturns> portfolio = returns();
    if (portfolio.find().isPresent()) {
      double[] r = portfolio.find().get().returns();
      if (r.length < 2 || Moments.standardDeviation(r) == 0) {
        return Result.failure(
            FailureReason.NOT_COMPUTABLE, "Contributions are not defined: nothing moved.");
      }
    }
    return portfolio.map(
        series -> {
          double variance = Moments.variance(series.returns());
          TreeMap<String, Double> shares = new TreeMap<>();
          gains.forEach(
              (underlying, gain) -> {
                double[] part = Arrays.stream(gain).map(g -> g / coveredValue).toArray();
                shares.put(underlying, Moments.covariance(part, series.returns()) / variance);
              });
          return shares;
        });
  }
}
