package magnus.benchmarks.cache;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * A user's portfolio and list of symbols, by rank.
 *
 * @param holds three to fifteen symbols, popular ones more likely
 * @param weights parts of the portfolio's value at the day's first price; they sum to 1
 * @param list five symbols to keep an eye on
 */
public record Investor(int[] holds, double[] weights, int[] list) {

  static Investor draw(Zipf symbols, SplittableRandom random) {
    int[] holds = distinct(Math.min(symbols.ranks(), random.nextInt(3, 16)), symbols, random);
    double[] weights = new double[holds.length];
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      weights[i] = Math.exp(0.7 * random.nextGaussian());
      sum += weights[i];
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] /= sum;
    }
    return new Investor(holds, weights, distinct(Math.min(symbols.ranks(), 5), symbols, random));
  }

  private static int[] distinct(int many, Zipf symbols, SplittableRandom random) {
    Set<Integer> drawn = new LinkedHashSet<>();
    while (drawn.size() < many) {
      drawn.add(symbols.draw(random));
    }
    return drawn.stream().mapToInt(Integer::intValue).toArray();
  }
}
