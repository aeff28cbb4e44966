package magnus.risk.var;

import magnus.basics.result.FailureReason;
import magnus.basics.result.Result;
import magnus.risk.metrics.CompensatedSum;

/**
 * How a method's one-day forecasts, walked forward over a series, compare with what came. Each day
 * is forecast from the days before it alone.
 *
 * @param days how many days were forecast
 * @param breaches days whose loss exceeded the forecast value at risk
 * @param meanValueAtRisk mean of the forecasts: of two methods with the right coverage, the one
 *     that asks for less capital
 * @param shortfallRatio mean of loss over forecast expected shortfall on breach days (1: as
 *     forecast; above: worse); 0 without breaches
 */
public record VarBacktest(
    VarMethod method,
    Confidence confidence,
    int days,
    int breaches,
    double meanValueAtRisk,
    double shortfallRatio,
    Result<Coverage.Outcome> kupiec,
    Result<Coverage.Outcome> independence,
    Result<Coverage.Outcome> conditional) {

  /** Share of days that breached; right is {@link Confidence#tail()}. */
  public double breachRate() {
    return (double) breaches / days;
  }

  /**
   * Walks the method over the series.
   *
   * @param first index of the first day to forecast, at least the method's warm-up; one value for
   *     all methods grades them on the same days
   */
  public static Result<VarBacktest> walk(
      VarMethod method, double[] returns, int first, Confidence confidence) {
    int start = Math.max(first, method.warmUp());
    if (start >= returns.length) {
      return Result.failure(
          FailureReason.NOT_ENOUGH_DATA,
          method.name() + " needs more than " + start + " returns, there are " + returns.length);
    }
    boolean[] breached = new boolean[returns.length - start];
    CompensatedSum forecasts = new CompensatedSum();
    CompensatedSum ratios = new CompensatedSum();
    int breaches = 0;
    for (int day = start; day < returns.length; day++) {
      Result<TailLoss> forecast = method.forecast(PastReturns.first(day, returns), confidence);
      if (forecast.findFailure().isPresent()) {
        var failure = forecast.findFailure().get();
        return Result.failure(failure.reason(), failure.detail());
      }
      TailLoss tail = forecast.find().orElseThrow();
      forecasts.add(tail.valueAtRisk());
      if (-returns[day] > tail.valueAtRisk()) {
        breached[day - start] = true;
        breaches++;
        ratios.add(-returns[day] / tail.expectedShortfall());
      }
    }
    return Result.success(
        new VarBacktest(
            method,
            confidence,
            breached.length,
            breaches,
            forecasts.total() / breached.length,
            breaches == 0 ? 0 : ratios.total() / breaches,
            Coverage.kupiec(breached, confidence.tail()),
            Coverage.independence(breached),
            Coverage.conditional(breached, confidence.tail())));
  }
}
