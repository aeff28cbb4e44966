package magnus.prefetch.effect;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * A mean over loads, with a 95 % interval by resampling users, since loads of one user resemble one
 * another.
 *
 * @param low absent, as {@code high}, where fewer than {@value LoadTimes#LEAST_USERS} users were
 *     measured
 */
public record PerLoad(double mean, Optional<Double> low, Optional<Double> high) {

  /** The sum of one over the sum of the other; empty where nothing was measured. */
  static Optional<PerLoad> of(
      List<List<LoadTimes.Cell>> users,
      ToDoubleFunction<LoadTimes.Cell> what,
      ToDoubleFunction<LoadTimes.Cell> loads,
      SplittableRandom random) {
    double[][] sums =
        users.stream()
            .map(cells -> new double[] {sum(cells, what), sum(cells, loads)})
            .filter(s -> s[1] > 0)
            .toArray(double[][]::new);
    if (sums.length == 0) {
      return Optional.empty();
    }
    double mean = mean(sums);
    if (sums.length < LoadTimes.LEAST_USERS) {
      return Optional.of(new PerLoad(mean, Optional.empty(), Optional.empty()));
    }
    double[] means = new double[LoadTimes.RESAMPLES];
    double[][] drawn = new double[sums.length][];
    for (int i = 0; i < means.length; i++) {
      Arrays.setAll(drawn, user -> sums[random.nextInt(sums.length)]);
      means[i] = mean(drawn);
    }
    Arrays.sort(means);
    return Optional.of(
        new PerLoad(
            mean,
            Optional.of(means[(int) (LoadTimes.LOW * means.length)]),
            Optional.of(means[(int) (LoadTimes.HIGH * means.length)])));
  }

  private static double sum(List<LoadTimes.Cell> cells, ToDoubleFunction<LoadTimes.Cell> what) {
    return cells.stream().mapToDouble(what).sum();
  }

  private static double mean(double[][] sums) {
    return Arrays.stream(sums).mapToDouble(s -> s[0]).sum()
        / Arrays.stream(sums).mapToDouble(s -> s[1]).sum();
  }
}
