package magnus.risk.var;

/** Confidence of a value at risk; kept as whole per cents so that ranks are exact. */
public enum Confidence {
  P95(95, 1.6448536269514722),
  P99(99, 2.3263478740408408);

  private final int percent;
  private final double normalQuantile;

  Confidence(int percent, double normalQuantile) {
    this.percent = percent;
    this.normalQuantile = normalQuantile;
  }

  public int percent() {
    return percent;
  }

  /** The probability of a larger loss: 0.05 or 0.01. */
  public double tail() {
    return (100 - percent) / 100.0;
  }

  /** The standard normal distribution's quantile. */
  double normalQuantile() {
    return normalQuantile;
  }

  /** Rank, from 1, of the quantile among n losses in ascending order: ⌈n · percent / 100⌉. */
  int rank(int n) {
    return (int) (((long) n * percent + 99) / 100);
  }

  /** The fewest losses among which one lies beyond the quantile on average: 20 or 100. */
  public int leastObservations() {
    return 100 / (100 - percent);
  }

  /** {@code 95} or {@code 99}. */
  public String label() {
    return Integer.toString(percent);
  }
}
