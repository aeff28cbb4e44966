package magnus.benchmarks.cache;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Ranks from 0, each with a probability in inverse proportion to its place: Zipf's law, s = 1. */
final class Zipf {

  private final double[] cumulative;

  Zipf(int ranks) {
    cumulative = new double[ranks];
    double sum = 0;
    for (int i = 0; i < ranks; i++) {
      sum += 1.0 / (i + 1);
      cumulative[i] = sum;
    }
    for (int i = 0; i < ranks; i++) {
      cumulative[i] /= sum;
    }
  }

  int ranks() {
    return cumulative.length;
  }

  int draw(SplittableRandom random) {
    int found = Arrays.binarySearch(cumulative, random.nextDouble());
    return Math.min(cumulative.length - 1, found < 0 ? -found - 1 : found + 1);
  }
}
