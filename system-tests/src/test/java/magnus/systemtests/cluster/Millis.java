package magnus.systemtests.cluster;

import java.util.List;

/** Times that were measured, in milliseconds. */
record Millis(List<Double> sorted) {

  Millis {
    sorted = sorted.stream().sorted().toList();
  }

  /** The smallest time that this share of the times does not exceed (nearest rank). */
  double quantile(double share) {
    return sorted.get(Math.max(0, (int) Math.ceil(share * sorted.size()) - 1));
  }

  @Override
  public String toString() {
    return String.format(
        "p50 %.1f ms, p99 %.1f ms, most %.1f ms (%d)",
        quantile(0.5), quantile(0.99), quantile(1), sorted.size());
  }
}
