package magnus.risk.metrics;

import java.time.LocalDate;
import java.util.Optional;
import magnus.basics.result.FailureReason;
import magnus.basics.result.Result;

/**
 * The deepest fall of compounded wealth below its own earlier peak.
 *
 * @param depth share of the peak that was lost, 0 to 1 (0.25: a quarter)
 * @param peak close of the peak before the fall; the series' start when it fell from the first day
 * @param trough close of the lowest point; equal to {@code peak} when nothing was ever lost
 * @param recovery first close at or above the peak after the trough; empty when not yet
 */
public record Drawdown(
    double depth, LocalDate peak, LocalDate trough, Optional<LocalDate> recovery) {

  /** Relative slack for "back at the peak": what compounding rounds away. */
  private static final double SLACK = 1e-12;

  /**
   * The maximum drawdown of wealth that starts at 1 at {@link DailyReturns#from()} and compounds
   * the returns; the earliest one where two are equally deep.
   */
  public static Result<Drawdown> maximum(DailyReturns returns) {
    if (returns.size() == 0) {
      return Result.failure(
          FailureReason.NOT_ENOUGH_DATA, "The maximum drawdown needs a daily return.");
    }
    double[] wealth = new double[returns.size() + 1];
    wealth[0] = 1;
    int peak = 0;
    int deepestPeak = 0;
    int deepest = 0;
    double depth = 0;
    for (int i = 1; i < wealth.length; i++) {
      double r = returns.get(i - 1);
      if (r <= -1) {
        return Result.failure(
            FailureReason.NOT_COMPUTABLE,
            "The maximum drawdown is not defined: all was lost on " + returns.date(i - 1) + ".");
      }
      wealth[i] = wealth[i - 1] * (1 + r);
      if (wealth[i] > wealth[peak]) {
        peak = i;
      }
      double lost = 1 - wealth[i] / wealth[peak];
      if (lost > depth) {
        depth = lost;
        deepest = i;
        deepestPeak = peak;
      }
    }
    return Result.success(
        new Drawdown(
            depth,
            close(returns, deepestPeak),
            close(returns, deepest),
            recovery(returns, wealth, deepestPeak, deepest)));
  }

  private static Optional<LocalDate> recovery(
      DailyReturns returns, double[] wealth, int peak, int trough) {
    for (int i = trough; i < wealth.length; i++) {
      if (wealth[i] >= wealth[peak] * (1 - SLACK)) {
        return Optional.of(close(returns, i));
      }
    }
    return Optional.empty();
  }

  private static LocalDate close(DailyReturns returns, int index) {
    return index == 0 ? returns.from() : returns.date(index - 1);
  }
}
