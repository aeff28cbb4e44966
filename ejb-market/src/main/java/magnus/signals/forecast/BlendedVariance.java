package magnus.signals.forecast;

import java.util.List;
import java.util.stream.Collectors;

/** The mean of several forecasts: their errors differ. */
record BlendedVariance(List<VarianceModel> parts) implements VarianceModel {

  @Override
  public String name() {
    return "blend";
  }

  @Override
  public String words() {
    return "the mean of "
        + parts.stream().map(VarianceModel::words).collect(Collectors.joining("; "));
  }

  @Override
  public double[] forecast(Prices prices, int sessions) {
    double[] mean = new double[prices.size()];
    boolean[] none = new boolean[mean.length];
    for (VarianceModel part : parts) {
      double[] own = part.forecast(prices, sessions);
      for (int i = 0; i < mean.length; i++) {
        mean[i] += own[i] / parts.size();
        none[i] |= own[i] == 0;
      }
    }
    for (int i = 0; i < mean.length; i++) {
      mean[i] = none[i] ? 0 : mean[i];
    }
    return mean;
  }
}
