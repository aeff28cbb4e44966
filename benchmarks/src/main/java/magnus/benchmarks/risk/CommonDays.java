package magnus.benchmarks.risk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Daily returns of several symbols on the days that all of them have.
 *
 * @param leftOut symbols with too short a history
 * @param returns by symbol (in the order of {@code symbols}) and day, the oldest first
 */
record CommonDays(
    List<String> symbols, List<String> leftOut, LocalDate from, LocalDate to, double[][] returns) {

  /** Symbols with a smaller share of the longest history would cut it short and are left out. */
  private static final double LEAST_SHARE = 0.9;

  static CommonDays of(Map<String, TreeMap<Integer, Double>> closes) {
    int longest =
        closes.values().stream()
            .mapToInt(TreeMap::size)
            .max()
            .orElseThrow(() -> new IllegalArgumentException("no daily closes in the file"));
    List<String> symbols = new ArrayList<>();
    List<String> leftOut = new ArrayList<>();
    List<TreeMap<Integer, Double>> kept = new ArrayList<>();
    closes.forEach(
        (symbol, own) -> {
          if (own.size() < LEAST_SHARE * longest) {
            leftOut.add(symbol);
          } else {
            symbols.add(symbol);
            kept.add(own);
          }
        });
    TreeSet<Integer> days = new TreeSet<>(kept.get(0).keySet());
    kept.forEach(own -> days.retainAll(own.keySet()));
    double[][] returns = new double[symbols.size()][Math.max(0, days.size() - 1)];
    for (int s = 0; s < symbols.size(); s++) {
      TreeMap<Integer, Double> own = kept.get(s);
      double[] c = days.stream().mapToDouble(day -> own.getOrDefault(day, 0.0)).toArray();
      for (int i = 0; i < returns[s].length; i++) {
        returns[s][i] = c[i + 1] / c[i] - 1;
      }
    }
    return new CommonDays(
        symbols,
        leftOut,
        LocalDate.ofEpochDay(days.first()),
        LocalDate.ofEpochDay(days.last()),
        returns);
  }

  int days() {
    return returns[0].length;
  }

  /** Returns of a portfolio that holds these weights every day. */
  double[] portfolio(double[] weights) {
    double[] sums = new double[days()];
    for (int s = 0; s < weights.length; s++) {
      for (int i = 0; i < sums.length && weights[s] != 0; i++) {
        sums[i] += weights[s] * returns[s][i];
      }
    }
    return sums;
  }
}
