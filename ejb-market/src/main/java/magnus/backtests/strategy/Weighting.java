package magnus.backtests.strategy;

import java.util.Arrays;
import magnus.basics.result.Result;
import magnus.risk.optimisation.Covariance;
import magnus.risk.optimisation.Mandate;
import magnus.risk.optimisation.MeanVariance;
import magnus.risk.optimisation.RiskParity;
import magnus.risk.optimisation.Weights;

/** Which weights are wanted at a day, from the days up to it. */
public sealed interface Weighting {

  /** Sessions that it looks back. */
  int lookBack();

  /** The weights, adding up to 1. */
  double[] at(PastPrices prices, int day);

  /** Always the same. */
  record Fixed(double[] weights) implements Weighting {

    @Override
    public int lookBack() {
      return 1;
    }

    @Override
    public double[] at(PastPrices prices, int day) {
      return weights.clone();
    }
  }

  /** The least variance of the last sessions. */
  record MinimumVolatility(int lookBack) implements Weighting {

    @Override
    public double[] at(PastPrices prices, int day) {
      Covariance covariance = Covariance.ledoitWolf(prices.returns(day, lookBack));
      Result<Weights> found =
          MeanVariance.minimumVariance(covariance, Mandate.longOnly(prices.symbols().size()));
      return found.find().map(Weights::weights).orElseGet(() -> equal(prices));
    }
  }

  /** Each symbol adds the same to the variance of the last sessions. */
  record EqualRisk(int lookBack) implements Weighting {

    @Override
    public double[] at(PastPrices prices, int day) {
      return RiskParity.weights(Covariance.ledoitWolf(prices.returns(day, lookBack)));
    }
  }

  private static double[] equal(PastPrices prices) {
    double[] weights = new double[prices.symbols().size()];
    Arrays.fill(weights, 1.0 / weights.length);
    return weights;
  }
}
