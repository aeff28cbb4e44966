package magnus.risk.optimisation;

import java.util.Arrays;
import java.util.List;
import magnus.basics.result.Result;
import magnus.risk.metrics.Moments;

/** What weights are to reach, found from past returns. */
public sealed interface Aim {

  /** What is found: weights, and the return per period that each asset is expected to have. */
  record Found(Weights weights, double[] expected) {}

  /**
   * @param returns by asset and period
   * @param today weights that are held now, adding up to 1
   */
  Result<Found> find(double[][] returns, Covariance covariance, double[] today, Mandate mandate);

  /** The least variance. */
  record LeastVariance() implements Aim {
    @Override
    public Result<Found> find(
        double[][] returns, Covariance covariance, double[] today, Mandate mandate) {
      return MeanVariance.minimumVariance(covariance, mandate)
          .map(weights -> new Found(weights, new double[0]));
    }
  }

  /** The same share of the variance for each, as near to it as the mandate allows. */
  record EqualRisk() implements Aim {
    @Override
    public Result<Found> find(
        double[][] returns, Covariance covariance, double[] today, Mandate mandate) {
      return MeanVariance.nearest(RiskParity.weights(covariance), covariance, mandate)
          .map(weights -> new Found(weights, new double[0]));
    }
  }

  /** Hierarchical risk parity, as near to it as the mandate allows. */
  record Hierarchical() implements Aim {
    @Override
    public Result<Found> find(
        double[][] returns, Covariance covariance, double[] today, Mandate mandate) {
      return MeanVariance.nearest(HierarchicalRiskParity.weights(covariance), covariance, mandate)
          .map(weights -> new Found(weights, new double[0]));
    }
  }

  /**
   * Past means, each drawn towards the mean of all by how much of their spread chance alone would
   * make (the positive-part Stein estimator: B. Efron, C. Morris, "Stein's Paradox in Statistics",
   * Scientific American 236, 1977).
   *
   * @param aversion λ, above 0
   */
  record MeanAndVariance(double aversion) implements Aim {
    @Override
    public Result<Found> find(
        double[][] returns, Covariance covariance, double[] today, Mandate mandate) {
      double[] expected = shrunkMeans(returns, covariance);
      return MeanVariance.weights(covariance, expected, aversion, mandate)
          .map(weights -> new Found(weights, expected));
    }

    private static double[] shrunkMeans(double[][] returns, Covariance covariance) {
      double[] means = Arrays.stream(returns).mapToDouble(Moments::mean).toArray();
      double all = Moments.mean(means);
      double chance = 0;
      double spread = 0;
      for (int i = 0; i < means.length; i++) {
        chance += covariance.matrix()[i][i] / returns[i].length / means.length;
        spread += (means[i] - all) * (means[i] - all);
      }
      double kept = spread > 0 ? Math.max(0, 1 - (means.length - 3) * chance / spread) : 0;
      double own = means.length > 3 ? kept : 0;
      return Arrays.stream(means).map(mean -> all + own * (mean - all)).toArray();
    }
  }

  /**
   * What today's weights imply, moved by views ({@link BlackLitterman}).
   *
   * @param views by their portfolio, return per period and confidence
   */
  record Views(double aversion, List<Held> views) implements Aim {

    /** A view that is held with a confidence. */
    public record Held(double[] portfolio, double expected, double confidence) {}

    @Override
    public Result<Found> find(
        double[][] returns, Covariance covariance, double[] today, Mandate mandate) {
      BlackLitterman posterior =
          BlackLitterman.posterior(
              covariance,
              BlackLitterman.implied(covariance, today, aversion),
              views.stream()
                  .map(
                      v ->
                          BlackLitterman.View.held(
                              v.portfolio(), v.expected(), v.confidence(), covariance))
                  .toList());
      return MeanVariance.weights(posterior.covariance(), posterior.expected(), aversion, mandate)
          .map(weights -> new Found(weights, posterior.expected()));
    }
  }
}
