package magnus.risk.var;

import magnus.basics.result.FailureReason;
import magnus.basics.result.Result;
import magnus.options.pricing.StandardNormal;

/**
 * Likelihood-ratio tests of a sequence of breaches.
 *
 * <p>Kupiec: is the frequency of breaches the tail's probability (P. H. Kupiec, "Techniques for
 * Verifying the Accuracy of Risk Measurement Models", Journal of Derivatives 3, 1995)? Chi-squared,
 * one degree. Independence: is a breach as likely after a breach as after a quiet day, against a
 * first-order Markov chain? One degree. Conditional coverage: both at once, the sum of the two
 * statistics, two degrees (P. F. Christoffersen, "Evaluating Interval Forecasts", International
 * Economic Review 39, 1998).
 */
public final class Coverage {

  private Coverage() {}

  /**
   * One test's outcome.
   *
   * @param statistic likelihood ratio, at or above 0
   * @param pValue probability of so large a statistic from a correct model, 0 to 1
   */
  public record Outcome(double statistic, double pValue) {}

  /** Unconditional coverage. */
  public static Result<Outcome> kupiec(boolean[] breaches, double tail) {
    int n = breaches.length;
    if (n == 0) {
      return Result.failure(FailureReason.NOT_ENOUGH_DATA, "No day was forecast.");
    }
    int x = count(breaches);
    double expected = logLikelihood(n - x, x, tail);
    double observed = logLikelihood(n - x, x, (double) x / n);
    return Result.success(oneDegree(observed - expected));
  }

  /** Independence of successive days; not defined without a breach. */
  public static Result<Outcome> independence(boolean[] breaches) {
    int[][] moves = new int[2][2];
    for (int i = 1; i < breaches.length; i++) {
      moves[breaches[i - 1] ? 1 : 0][breaches[i] ? 1 : 0]++;
    }
    int quiet = moves[0][0] + moves[1][0];
    int breached = moves[0][1] + moves[1][1];
    int afterQuiet = moves[0][0] + moves[0][1];
    int afterBreach = moves[1][0] + moves[1][1];
    if (breached == 0 || afterBreach == 0 || afterQuiet == 0) {
      return Result.failure(
          FailureReason.NOT_ENOUGH_DATA,
          "Independence needs breaches with days before and after, there are "
              + count(breaches)
              + " breaches in "
              + breaches.length
              + " days.");
    }
    double same = logLikelihood(quiet, breached, (double) breached / (quiet + breached));
    double chain =
        logLikelihood(moves[0][0], moves[0][1], (double) moves[0][1] / afterQuiet)
            + logLikelihood(moves[1][0], moves[1][1], (double) moves[1][1] / afterBreach);
    return Result.success(oneDegree(chain - same));
  }

  /** Coverage and independence together. */
  public static Result<Outcome> conditional(boolean[] breaches, double tail) {
    Result<Outcome> independence = independence(breaches);
    return independence.map(
        i -> {
          double both = i.statistic() + kupiec(breaches, tail).find().orElseThrow().statistic();
          return new Outcome(both, Math.exp(-both / 2));
        });
  }

  private static int count(boolean[] breaches) {
    int x = 0;
    for (boolean breach : breaches) {
      x += breach ? 1 : 0;
    }
    return x;
  }

  /** ln((1 − p)^misses · p^hits), where 0 · ln 0 is 0. */
  private static double logLikelihood(int misses, int hits, double p) {
    return (misses == 0 ? 0 : misses * Math.log1p(-p)) + (hits == 0 ? 0 : hits * Math.log(p));
  }

  /** Twice the gain in log-likelihood; a chi-squared variable of one degree is a squared normal. */
  private static Outcome oneDegree(double gain) {
    double statistic = Math.max(0, 2 * gain);
    return new Outcome(statistic, 2 * StandardNormal.cumulative(-Math.sqrt(statistic)));
  }
}
