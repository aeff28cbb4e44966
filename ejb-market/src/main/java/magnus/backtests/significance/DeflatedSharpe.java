package magnus.backtests.significance;

import java.util.List;
import magnus.options.pricing.StandardNormal;

/**
 * The probability that a strategy's true Sharpe ratio is above what the best of as many worthless
 * variants would show by luck (D. H. Bailey, M. López de Prado, "The Deflated Sharpe Ratio",
 * Journal of Portfolio Management 40, 2014).
 *
 * @param sharpe daily
 * @param lucky the best daily one expected of worthless variants
 * @param probability that the true one is above {@code lucky}
 */
public record DeflatedSharpe(double sharpe, double lucky, double probability) {

  private static final double EULER = 0.5772156649015329;

  /**
   * @param returns daily, above what cash paid
   * @param variants daily Sharpe ratios of all variants that were tried, this one among them
   */
  public static DeflatedSharpe of(double[] returns, List<Double> variants) {
    double lucky = lucky(variants);
    int n = returns.length;
    double mean = 0;
    for (double r : returns) {
      mean += r / n;
    }
    double[] moments = new double[5];
    for (double r : returns) {
      double d = r - mean;
      moments[2] += d * d / n;
      moments[3] += d * d * d / n;
      moments[4] += d * d * d * d / n;
    }
    double deviation = Math.sqrt(moments[2]);
    if (!(deviation > 0)) {
      return new DeflatedSharpe(0, lucky, 0);
    }
    double sharpe = mean / deviation;
    double skew = moments[3] / Math.pow(deviation, 3);
    double kurtosis = moments[4] / (moments[2] * moments[2]);
    double spread = 1 - skew * sharpe + (kurtosis - 1) / 4 * sharpe * sharpe;
    double z = (sharpe - lucky) * Math.sqrt(n - 1) / Math.sqrt(Math.max(1e-12, spread));
    return new DeflatedSharpe(sharpe, lucky, StandardNormal.cumulative(z));
  }

  private static double lucky(List<Double> variants) {
    int n = variants.size();
    if (n < 2) {
      return 0;
    }
    double mean = variants.stream().mapToDouble(d -> d).average().orElse(0);
    double variance = variants.stream().mapToDouble(s -> (s - mean) * (s - mean)).sum() / (n - 1);
    return Math.sqrt(variance)
        * ((1 - EULER) * StandardNormal.quantile(1 - 1.0 / n)
            + EULER * StandardNormal.quantile(1 - 1 / (n * Math.E)));
  }
}
