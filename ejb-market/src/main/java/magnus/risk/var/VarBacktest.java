package magnus.risk.var;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import magnus.basics.result.FailureReason;
import magnus.basics.result.Result;
import magnus.risk.metrics.CompensatedSum;

/**
 * How a method's one-day forecasts, walked forward over a series, compare with what came. Each day
 * is forecast from the days before it alone.
 *
 * @param forecasts one for each day, the oldest first
 * @param breached days whose loss exceeded the forecast value at risk
 * @param meanValueAtRisk mean of the forecasts: of two methods with the right coverage, the one
 *     that asks for less capital
 * @param shortfallRatio mean of loss over forecast expected shortfall on breach days (1: as
 *     forecast; above: worse); 0 without breaches
 * @param shortfall whether losses beyond the value at risk were as large as the expected shortfall
 * @param score mean {@link TailScore} of the forecasts: lower is better
 */
public record VarBacktest(
    VarMethod method,
    Confidence confidence,
    List<TailLoss> forecasts,
    boolean[] breached,
    double meanValueAtRisk,
    double shortfallRatio,
    Result<Coverage.Outcome> kupiec,
    Result<Coverage.Outcome> independence,
    Result<Coverage.Outcome> conditional,
    ShortfallTest shortfall,
    double score) {

  /** How many days were forecast. */
  public int days() {
    return breached.length;
  }

  /** Days whose loss exceeded the forecast value at risk. */
  public int breaches() {
    return shortfall.breaches();
  }

  /** Share of days that breached; right is {@link Confidence#tail()}. */
  public double breachRate() {
    return (double) breaches() / days();
  }

  /**
   * Walks the method over the series.
   *
   * @param first index of the first day to forecast, at least the method's warm-up; one value for
   *     all methods grades them on the same days
   */
  public static Result<VarBacktest> walk(
      VarMethod method, double[] returns, int first, Confidence confidence) {
    return walk(method, returns, first).map(all -> all.get(confidence));
  }

  /** Walks the method over the series once for all confidences. */
  public static Result<Map<Confidence, VarBacktest>> walk(
      VarMethod method, double[] returns, int first) {
    int start = Math.max(first, method.warmUp());
    if (start >= returns.length) {
      return Result.failure(
          FailureReason.NOT_ENOUGH_DATA,
          method.name() + " needs more than " + start + " returns, there are " + returns.length);
    }
    PastReturns whole = PastReturns.first(returns.length, returns);
    Map<Confidence, List<TailLoss>> forecasts = new EnumMap<>(Confidence.class);
    for (int day = start; day < returns.length; day++) {
      for (Confidence confidence : Confidence.values()) {
        Result<TailLoss> forecast = method.forecast(whole.upTo(day), confidence);
        if (!(forecast instanceof Result.Success<TailLoss> tail)) {
          return forecast.map(t -> Map.of());
        }
        forecasts.computeIfAbsent(confidence, c -> new ArrayList<>()).add(tail.value());
      }
    }
    Map<Confidence, VarBacktest> tests = new EnumMap<>(Confidence.class);
    forecasts.forEach((c, tails) -> tests.put(c, grade(method, c, tails, returns, start)));
    return Result.success(tests);
  }

  private static VarBacktest grade(
      VarMethod method, Confidence confidence, List<TailLoss> tails, double[] returns, int start) {
    boolean[] breached = new boolean[tails.size()];
    CompensatedSum values = new CompensatedSum();
    CompensatedSum scores = new CompensatedSum();
    CompensatedSum ratios = new CompensatedSum();
    List<Double> residuals = new ArrayList<>();
    for (int i = 0; i < breached.length; i++) {
      TailLoss tail = tails.get(i);
      double loss = -returns[start + i];
      values.add(tail.valueAtRisk());
      scores.add(TailScore.of(tail, loss, confidence));
      if (loss > tail.valueAtRisk()) {
        breached[i] = true;
        double ratio = loss / tail.expectedShortfall();
        ratios.add(ratio);
        residuals.add(ratio - 1);
      }
    }
    return new VarBacktest(
        method,
        confidence,
        List.copyOf(tails),
        breached,
        values.total() / breached.length,
        residuals.isEmpty() ? 0 : ratios.total() / residuals.size(),
        Coverage.kupiec(breached, confidence.tail()),
        Coverage.independence(breached),
        Coverage.conditional(breached, confidence.tail()),
        ShortfallTest.of(residuals),
        scores.total() / breached.length);
  }
}
