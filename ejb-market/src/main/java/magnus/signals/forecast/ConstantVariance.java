package magnus.signals.forecast;

/** One variance for all times: the mean of all squares so far. */
record ConstantVariance() implements VarianceModel {

  static final int LEAST = 60;

  @Override
  public String name() {
    return "constant";
  }

  @Override
  public String words() {
    return "constant volatility, that of the whole past";
  }

  @Override
  public double[] forecast(Prices prices, int sessions) {
    double[] variances = new double[prices.size()];
    double sum = 0;
    for (int i = 1; i < variances.length; i++) {
      sum += prices.square(i);
      variances[i] = i < LEAST ? 0 : sum / i;
    }
    return variances;
  }
}
