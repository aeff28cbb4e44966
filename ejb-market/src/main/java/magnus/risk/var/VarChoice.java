package magnus.risk.var;

import java.util.Map;
import java.util.TreeMap;
import magnus.risk.metrics.Moments;

/**
 * Chooses a method on the beginning of a history, so that the rest can grade it without having been
 * looked at. The shipped method stands unless a challenger's {@link TailScore} is lower by more
 * than two standard errors of the difference (F. X. Diebold, R. S. Mariano, "Comparing Predictive
 * Accuracy", Journal of Business and Economic Statistics 13, 1995).
 *
 * @param method chosen
 * @param days that were scored; 0 when the beginning is too short and the shipped method stands
 * @param advantage of each challenger over the shipped method, in standard errors
 */
public record VarChoice(VarMethod method, int days, Map<String, Double> advantage) {

  private static final int LEAST_DAYS = 60;
  private static final double CLEAR = 2;

  /** On these returns alone. */
  public static VarChoice on(double[] beginning) {
    VarMethod best = VarMethod.shipped();
    int first = best.warmUp();
    int days = beginning.length - first;
    Map<String, Double> advantages = new TreeMap<>();
    if (days < LEAST_DAYS) {
      return new VarChoice(best, 0, advantages);
    }
    double[] shipped = scores(best, beginning, first);
    double lead = CLEAR;
    for (VarMethod challenger : VarMethod.challengers()) {
      double[] gain = scores(challenger, beginning, first);
      for (int i = 0; i < gain.length; i++) {
        gain[i] = shipped[i] - gain[i];
      }
      double deviation = Moments.standardDeviation(gain);
      double advantage = deviation > 0 ? Moments.mean(gain) / deviation * Math.sqrt(days) : 0;
      advantages.put(challenger.name(), advantage);
      if (advantage > lead) {
        lead = advantage;
        best = challenger;
      }
    }
    return new VarChoice(best, days, advantages);
  }

  /** Scores of both confidences together by day; the worst for a day without a forecast. */
  private static double[] scores(VarMethod method, double[] returns, int first) {
    PastReturns whole = PastReturns.first(returns.length, returns);
    double[] scores = new double[returns.length - first];
    for (int day = first; day < returns.length; day++) {
      double loss = -returns[day];
      for (Confidence confidence : Confidence.values()) {
        scores[day - first] +=
            method
                .forecast(whole.upTo(day), confidence)
                .map(tail -> TailScore.of(tail, loss, confidence))
                .find()
                .orElse(0.0);
      }
    }
    return scores;
  }
}
